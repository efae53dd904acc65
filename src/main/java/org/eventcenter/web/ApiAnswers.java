package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers of the API. None may be kept by a cache, since most depend on who asks. */
public final class ApiAnswers {
    private ApiAnswers() {}

    public static Future<Void> ok(RoutingContext context, JsonObject answer) {
        return json(context, 200, answer);
    }

    public static Future<Void> created(RoutingContext context, String path, JsonObject answer) {
        context.response().putHeader(HttpHeaders.LOCATION, path);
        return json(context, 201, answer);
    }

    /** Done, and there is nothing to tell. */
    public static Future<Void> done(RoutingContext context) {
        return context.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .end();
    }

    private static Future<Void> json(RoutingContext context, int status, JsonObject answer) {
        return context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .end(answer.toBuffer());
    }
}
