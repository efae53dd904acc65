package org.eventcenter.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;

/** Gives each request an id of its own (never the client's), which error answers and the log share. */
final class RequestId implements Handler<RoutingContext> {
    static final String HEADER = "X-Request-Id";
    private static final String KEY = "request-id";

    @Override
    public void handle(RoutingContext context) {
        var id = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    static String of(RoutingContext context) {
        return context.get(KEY, "-");
    }
}
