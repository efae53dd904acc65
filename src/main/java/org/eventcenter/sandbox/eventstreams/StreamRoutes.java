package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code GET /v2/stream/a,b,c}: the service's door, with its limits. */
public final class StreamRoutes {
    /**
     * How the service treats its clients.
     *
     * @param connectionLife after this time every connection is cut, without a word
     * @param connectionsPerClient more than these from one address are refused
     * @param deafFor how long after connecting the end of a topic is looked up
     */
    public record Habits(Duration connectionLife, int connectionsPerClient, Duration deafFor) {}

    private final Vertx vertx;
    private final EventLog log;
    private final Habits habits;
    private final Map<String, Integer> connections = new HashMap<>();
    private boolean open;

    public StreamRoutes(Vertx vertx, EventLog log, Habits habits) {
        this.vertx = vertx;
        this.log = log;
        this.habits = habits;
    }

    public void mount(Router router) {
        router.get("/v2/stream/*").handler(this::stream);
    }

    /** Until this call the service answers 503, as it does when it is being deployed. */
    public void open() {
        open = true;
    }

    private void stream(RoutingContext context) {
        var request = context.request();
        try {
            refuseUnlessWelcome(request);
            var start = StreamRequest.read(log, request);
            connect(request, start);
        } catch (Refused refused) {
            refused.answer(request);
        }
    }

    private void refuseUnlessWelcome(HttpServerRequest request) {
        if (!open) {
            throw new Refused(503, "Service Unavailable", "The stream is not up yet");
        }
        if (connections.getOrDefault(client(request), 0) >= habits.connectionsPerClient()) {
            var tooMany = "Too Many Concurrent Connections From Your Client IP";
            throw new Refused(429, tooMany, tooMany);
        }
    }

    private void connect(HttpServerRequest request, List<StartPosition> start) {
        boolean withIds =
                !Objects.requireNonNullElse(request.getHeader("Accept"), "").startsWith("application/json");
        var response = request.response()
                .putHeader("Content-Type", withIds ? "text/event-stream; charset=utf-8" : "application/json");
        var connection = new StreamConnection(log, response, withIds, start);
        var client = client(request);
        connections.merge(client, 1, Integer::sum);
        long cut = vertx.setTimer(
                habits.connectionLife().toMillis(),
                timer -> request.connection().close());
        response.closeHandler(closed -> {
            vertx.cancelTimer(cut);
            connections.merge(client, -1, Integer::sum);
            connection.close();
        });
        connection.open(vertx, habits.deafFor());
    }

    private static String client(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
