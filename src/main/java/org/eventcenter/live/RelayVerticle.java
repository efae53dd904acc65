package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eventcenter.bus.Bus;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.FeedStore;

/** Gives the relay its context and lets it hear the doorbells of all nodes. */
final class RelayVerticle extends VerticleBase {
    private final FeedStore store;
    private final Bus bus;
    private final LiveConfig config;
    private final Consumer<Relay> ready;

    RelayVerticle(FeedStore store, Bus bus, LiveConfig config, Consumer<Relay> ready) {
        this.store = store;
        this.bus = bus;
        this.config = config;
        this.ready = ready;
    }

    @Override
    public Future<?> start() {
        var relay = new Relay(vertx, store, config);
        ready.accept(relay);
        relay.start();
        return Future.all(IntStream.range(0, Doorbell.ADDRESSES)
                .mapToObj(number -> bus.subscribe(Doorbell.topic(number), relay::rang))
                .toList());
    }
}
