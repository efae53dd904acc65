package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.eventcenter.bus.Bus;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.module.Module;
import org.eventcenter.stream.SourceStore;

/** The live channel of this node: what was committed reaches the screens that are open here. */
public final class LiveModule implements Module {
    private final Vertx vertx;
    private final RelayVerticle relay;
    private final Audiences audiences;
    private final LiveRoutes routes;
    private volatile Optional<String> deployment = Optional.empty();

    public LiveModule(Vertx vertx, Bus bus, FeedStore feeds, SourceStore sources, Doorkeeper door, LiveConfig config) {
        this(vertx, bus, feeds, sources, door, config, NodeTime.SYSTEM);
    }

    /** {@code time}: that of the whole channel, whose timers still run by the real one. */
    LiveModule(
            Vertx vertx,
            Bus bus,
            FeedStore feeds,
            SourceStore sources,
            Doorkeeper door,
            LiveConfig config,
            NodeTime time) {
        this.vertx = vertx;
        this.relay = new RelayVerticle(feeds, sources, bus, config, time);
        this.audiences = new Audiences(vertx, relay, config);
        this.routes = new LiveRoutes(vertx, door, audiences, config, time);
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public void routes(Router router) {
        routes.add(router);
    }

    @Override
    public Future<?> start() {
        return vertx.deployVerticle(relay).onSuccess(id -> deployment = Optional.of(id));
    }

    /** Tells every browser to come back; the sockets end with the server. */
    @Override
    public Future<?> stop() {
        audiences.closeAll();
        return deployment.map(vertx::undeploy).orElse(Future.succeededFuture());
    }
}
