package org.eventcenter.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.web.Problem;

/** Opens sockets at {@code /live}. */
final class LiveRoutes {
    private final Vertx vertx;
    private final Doorkeeper door;
    private final Audiences audiences;
    private final LiveConfig config;
    private final NodeTime time;

    LiveRoutes(Vertx vertx, Doorkeeper door, Audiences audiences, LiveConfig config, NodeTime time) {
        this.vertx = vertx;
        this.door = door;
        this.audiences = audiences;
        this.config = config;
        this.time = time;
    }

    void add(Router router) {
        router.get("/live").handler(this::open);
    }

    private void open(RoutingContext context) {
        var request = context.request();
        if (!request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            context.response().putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
            context.fail(Problem.of(426, "bad-request").exception());
            return;
        }
        var guest = door.guest(context);
        request.toWebSocket()
                .onSuccess(socket -> new LiveSocket(vertx, socket, guest, audiences.here(), config, time).open())
                .onFailure(context::fail);
    }
}
