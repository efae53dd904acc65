package org.eventcenter.live;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedHead;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.stream.SourceState;
import org.eventcenter.stream.SourceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, once for this node, what is new in the feeds that somebody watches here. It looks where a doorbell rang, and
 * compares the heads of all of them in one query a second, so that nothing depends on bells; on the same beat it reads how
 * the source of edits stands. All that it knows belongs to the context of {@link RelayVerticle}; only {@link #pulse} may be
 * called from elsewhere.
 */
final class Relay {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final FeedStore store;
    private final SourceStore sources;
    private final LiveConfig config;
    private final FeedReader reader;
    private final NodeTime time;
    private final Map<Feed, WatchedFeed> watched = new HashMap<>();
    private boolean comparing;
    private long comparedAt;
    private long silentSince;
    private volatile Pulse pulse;

    Relay(FeedStore store, SourceStore sources, LiveConfig config, NodeTime time) {
        this.store = store;
        this.sources = sources;
        this.config = config;
        this.reader = new FeedReader(store, config, time);
        this.time = time;
        this.silentSince = time.nanos();
        this.comparedAt = silentSince - config.trustHeadsFor().toNanos();
        this.pulse = reader.pulse(Map.of(), Optional.empty());
    }

    /** From now on an answer of the database is waited for: how long the node took to get here is no silence of it. */
    void start() {
        silentSince = time.nanos();
        compareHeads();
    }

    void join(Joining joining) {
        var feed = joining.watcher().feed();
        var entry = watched.computeIfAbsent(
                feed.feed(), any -> new WatchedFeed(feed, reader, config, time, this::knowsTheHeads));
        entry.join(joining);
        entry.turn(time.nanos());
    }

    void leave(Feed feed, Pace pace, Audience audience) {
        watched.computeIfPresent(feed, (any, entry) -> {
            entry.leave(pace, audience);
            return entry.isIdle() ? null : entry;
        });
    }

    Pulse pulse() {
        return pulse;
    }

    void rang(Doorbell bell) {
        var entry = watched.get(bell.feed());
        if (entry != null) {
            entry.rang(bell.token());
            entry.turn(time.nanos());
        }
    }

    /** Reads what is due; called at short intervals. */
    void turn() {
        var now = time.nanos();
        if (now - silentSince > config.staleAfter().toNanos()
                && pulse.staleSince().isEmpty()) {
            log.warn("The database could not be read for {}; screens are told", config.staleAfter());
            pulse = pulse.stale();
        }
        watched.values().forEach(entry -> entry.turn(now));
        watched.values().removeIf(WatchedFeed::isIdle);
    }

    private boolean knowsTheHeads(long now) {
        return now - comparedAt < config.trustHeadsFor().toNanos();
    }

    /** One query for all feeds, and one for the source. Nothing is handed out by a node that has not compared lately. */
    void compareHeads() {
        if (comparing) {
            return;
        }
        comparing = true;
        var asked = time.nanos();
        var heads = store.heads(List.copyOf(watched.keySet()));
        var source = sources.now();
        Future.all(heads, source)
                .timeout(config.staleAfter().toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(both -> compare(heads.result(), source.result(), asked))
                .onFailure(this::cannotCompare)
                .onComplete(done -> comparing = false);
    }

    private void compare(List<FeedHead> heads, SourceState source, long asked) {
        comparedAt = asked;
        silentSince = asked;
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
        pulse = reader.pulse(tokens, Optional.of(source));
        turn();
    }

    private void cannotCompare(Throwable cause) {
        log.debug("The heads could not be compared", cause);
        watched.values().forEach(WatchedFeed::databaseLost);
    }
}
