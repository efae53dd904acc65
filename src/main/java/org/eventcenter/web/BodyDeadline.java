package org.eventcenter.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Cuts off a request whose body comes so slowly that it only keeps a place. Stands around the body handler. */
final class BodyDeadline {
    private static final String KEY = "body-deadline";

    private final long millis;

    BodyDeadline(Duration timeout) {
        this.millis = timeout.toMillis();
    }

    void start(RoutingContext context) {
        if (!context.request().isEnded()) {
            long timer = context.vertx().setTimer(millis, late -> context.fail(408));
            context.put(KEY, timer);
            context.addEndHandler(ended -> stopTimer(context));
        }
        context.next();
    }

    void stop(RoutingContext context) {
        stopTimer(context);
        context.next();
    }

    private static void stopTimer(RoutingContext context) {
        Long timer = context.remove(KEY);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
        }
    }
}
