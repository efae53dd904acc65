package org.eventcenter.sandbox.demo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.util.List;

/** Who runs the events of the demo, over the hub's API. */
final class Organizer {
    private final WebClient client;
    private final URI hub;
    private final String token;

    Organizer(WebClient client, URI hub, String token) {
        this.client = client;
        this.hub = hub;
        this.token = token;
    }

    /** Creates it, unless there is one of this address already. */
    Future<Void> create(JsonObject event) {
        return client.getAbs(hub + "/api/events/" + event.getString("slug"))
                .bearerTokenAuthentication(token)
                .send()
                .compose(found ->
                        found.statusCode() == 200 ? Future.succeededFuture() : post("/api/events", event, 201));
    }

    Future<Void> add(String slug, List<String> names, boolean isPrivate) {
        var body = new JsonObject().put("names", new JsonArray(names)).put("private", isPrivate);
        return post("/api/events/" + slug + "/participants", body, 200);
    }

    private Future<Void> post(String path, JsonObject body, int expected) {
        return client.postAbs(hub + path)
                .bearerTokenAuthentication(token)
                .sendJsonObject(body)
                .compose(answer -> answer.statusCode() == expected
                        ? Future.succeededFuture()
                        : Future.failedFuture(new DemoFailure(told(path, answer))));
    }

    private static String told(String path, HttpResponse<Buffer> answer) {
        return path + " answered " + answer.statusCode() + ": " + answer.bodyAsString();
    }
}
