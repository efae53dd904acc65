package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.stream.IntStream;
import org.eventcenter.bus.Bus;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.stream.SourceStore;

/**
 * Gives the relay of this node a context, its beats and the doorbells of all nodes. {@link #join}, {@link #leave} and
 * {@link #pulse} may be called from any thread once it is deployed.
 */
final class RelayVerticle extends VerticleBase {
    private final Relay relay;
    private final Bus bus;
    private final LiveConfig config;

    RelayVerticle(FeedStore feeds, SourceStore sources, Bus bus, LiveConfig config, NodeTime time) {
        this.relay = new Relay(feeds, sources, config, time);
        this.bus = bus;
        this.config = config;
    }

    @Override
    public Future<?> start() {
        relay.start();
        vertx.setPeriodic(config.headsEvery().toMillis(), beat -> relay.compareHeads());
        vertx.setPeriodic(config.readEvery().toMillis(), beat -> relay.turn());
        return Future.all(IntStream.range(0, Doorbell.ADDRESSES)
                .mapToObj(number -> bus.subscribe(Doorbell.topic(number), relay::rang))
                .toList());
    }

    /** What is new for this watcher since it last looked; its audience tells it, and it is in its lane from then on. */
    void join(Joining joining) {
        context.runOnContext(here -> relay.join(joining));
    }

    /** One watcher less, of those whose catch-up was handed over. */
    void leave(Feed feed, Pace pace, Audience audience) {
        context.runOnContext(here -> relay.leave(feed, pace, audience));
    }

    Pulse pulse() {
        return relay.pulse();
    }
}
