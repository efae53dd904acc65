package org.eventcenter.wiki;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** An Action API of a few lines: it remembers what it was asked and answers what the test says. */
public final class FakeCentralWiki {
    final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final URI address;

    public FakeCentralWiki(Vertx vertx, BiConsumer<HttpServerRequest, HttpServerResponse> answer) throws Exception {
        this.vertx = vertx;
        var server = vertx.createHttpServer()
                .requestHandler(request -> request.setExpectMultipart(true).endHandler(end -> {
                    asked.add(request);
                    answer.accept(request, request.response());
                }))
                .listen(0, "127.0.0.1")
                .await(5, SECONDS);
        this.address = URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Knows accounts "Akinyi Otieno" (7) and "Élodie" (4294967296123), and says of "Bad@name" that it cannot be. */
    public static void answerForAccounts(HttpServerRequest request, HttpServerResponse response) {
        var users = new JsonArray();
        for (var name : request.getFormAttribute("gususers").split("\\|", -1)) {
            users.add(
                    switch (name) {
                        case "Akinyi Otieno" ->
                            new JsonObject().put("centralid", 7).put("name", name);
                        case "Élodie" ->
                            new JsonObject().put("centralid", 4294967296123L).put("name", name);
                        case "Bad@name" -> new JsonObject().put("name", name).put("invalid", true);
                        default -> new JsonObject().put("name", name).put("missing", true);
                    });
        }
        var query = new JsonObject().put("globalusers", users);
        response.end(
                new JsonObject().put("batchcomplete", true).put("query", query).encode());
    }

    public URI address() {
        return address;
    }

    public WikiClient client() {
        return client(Clock.systemUTC());
    }

    WikiClient client(Clock clock) {
        var config = new WikiConfig(address, List.of(), "test@hub.example", Duration.ofSeconds(2));
        return new WikiClient(vertx, config, clock);
    }
}
