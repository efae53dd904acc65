package org.eventcenter.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedHead;
import org.eventcenter.feed.FeedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, once for this node, what is new in the feeds that somebody watches here. It looks where a doorbell rang, and
 * compares the heads of all of them in one query a second, so that nothing depends on bells. All that it knows belongs to
 * one context; {@link #join}, {@link #leave} and {@link #pulse} may be called from any thread.
 */
public final class Relay {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final Vertx vertx;
    private final FeedStore store;
    private final LiveConfig config;
    private final FeedReader reader;
    private final Context context;
    private final Map<Feed, WatchedFeed> watched = new HashMap<>();
    private boolean comparing;
    private long comparedAt;
    private volatile Pulse pulse;

    /** Belongs to the context of the caller. */
    Relay(Vertx vertx, FeedStore store, LiveConfig config) {
        this.vertx = vertx;
        this.store = store;
        this.config = config;
        this.reader = new FeedReader(store, config);
        this.context = vertx.getOrCreateContext();
        this.comparedAt = System.nanoTime() - config.trustHeadsFor().toNanos();
        this.pulse = reader.pulse(Map.of());
    }

    void start() {
        compareHeads();
        vertx.setPeriodic(config.headsEvery().toMillis(), timer -> compareHeads());
        vertx.setPeriodic(config.readEvery().toMillis(), timer -> turn());
    }

    /** What is new for this watcher since it last looked; it is told by its audience, and is in its lane from then on. */
    void join(Joining joining) {
        context.runOnContext(here -> {
            var feed = joining.watcher().feed();
            var entry = watched.computeIfAbsent(
                    feed.feed(), any -> new WatchedFeed(feed, reader, config, this::knowsTheHeads));
            entry.join(joining);
            entry.turn(System.nanoTime());
        });
    }

    /** One watcher less, of those whose catch-up was handed over. */
    void leave(Feed feed, Pace pace, Audience audience) {
        context.runOnContext(here -> watched.computeIfPresent(feed, (any, entry) -> {
            entry.leave(pace, audience);
            return entry.isIdle() ? null : entry;
        }));
    }

    Pulse pulse() {
        return pulse;
    }

    void rang(Doorbell bell) {
        var entry = watched.get(bell.feed());
        if (entry != null) {
            entry.rang(bell.token());
            entry.turn(System.nanoTime());
        }
    }

    private void turn() {
        var now = System.nanoTime();
        watched.values().forEach(entry -> entry.turn(now));
        watched.values().removeIf(WatchedFeed::isIdle);
    }

    private boolean knowsTheHeads(long now) {
        return now - comparedAt < config.trustHeadsFor().toNanos();
    }

    private void compareHeads() {
        if (comparing) {
            return;
        }
        comparing = true;
        var asked = System.nanoTime();
        store.heads(List.copyOf(watched.keySet()))
                .timeout(config.staleAfter().toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(heads -> compare(heads, asked))
                .onFailure(this::cannotCompare)
                .onComplete(done -> comparing = false);
    }

    private void compare(List<FeedHead> heads, long asked) {
        comparedAt = asked;
        for (var head : heads) {
            var entry = watched.get(head.feed());
            if (entry != null) {
                entry.compare(head);
            }
        }
        var tokens = heads.stream().collect(Collectors.toUnmodifiableMap(FeedHead::feed, FeedHead::token));
        if (pulse.staleSince().isPresent()) {
            log.info("The database can be read again");
        }
        pulse = reader.pulse(tokens);
        turn();
    }

    private void cannotCompare(Throwable cause) {
        watched.values().forEach(WatchedFeed::dropCache);
        var old = System.nanoTime() - comparedAt > config.staleAfter().toNanos();
        if (old && pulse.staleSince().isEmpty()) {
            log.warn("The database cannot be read; screens are told", cause);
            pulse = pulse.stale();
        }
    }
}
