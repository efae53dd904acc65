package org.eventcenter.live;

import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One audience for each event loop that serves sockets; made when its first one opens. For any thread. */
final class Audiences {
    private final Vertx vertx;
    private final RelayVerticle relay;
    private final LiveConfig config;
    private final Map<Thread, Audience> byEventLoop = new ConcurrentHashMap<>();

    Audiences(Vertx vertx, RelayVerticle relay, LiveConfig config) {
        this.vertx = vertx;
        this.relay = relay;
        this.config = config;
    }

    /** That of the event loop of the caller. */
    Audience here() {
        return byEventLoop.computeIfAbsent(Thread.currentThread(), loop -> new Audience(vertx, relay, config));
    }

    void closeAll() {
        byEventLoop.values().forEach(Audience::close);
    }
}
