package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.feed.FeedToken;
import org.eventcenter.stream.SourceState;

/** Reads feeds from the database and makes the frames, once for all who are told them. On the relay's context. */
final class FeedReader {
    private final FeedStore store;
    private final LiveConfig config;
    private final NodeTime time;
    private double databaseTime;
    private long databaseTimeNanos;

    FeedReader(FeedStore store, LiveConfig config, NodeTime time) {
        this.store = store;
        this.config = config;
        this.time = time;
        this.databaseTime = time.wall().millis() / 1000.0;
        this.databaseTimeNanos = time.nanos();
    }

    /** With the database's time as of the last read: screens slide their hour by it. */
    Pulse pulse(Map<Feed, FeedToken> heads, Optional<SourceState> source) {
        return new Pulse(
                heads, source, databaseTime, databaseTimeNanos, time.nanos(), Optional.empty(), time.nanoTime());
    }

    /** What came after a position, up to the head; a snapshot when that is too much, or after a reset. */
    Future<Reading> read(NamedFeed feed, Optional<FeedToken> after) {
        var begun = time.nanos();
        var reading = after.isPresent() ? since(feed, after.get(), begun) : snapshot(feed, begun);
        return reading.timeout(config.staleAfter().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Reading> since(NamedFeed feed, FeedToken after, long begun) {
        return store.after(feed.feed(), after).compose(read -> switch (read.getString("type")) {
            case "entries" ->
                Future.succeededFuture(reading(read, false, List.of(FrameText.entries(feed.name(), read)), begun));
            case "snapshot" ->
                Future.succeededFuture(reading(read, false, List.of(FrameText.snapshot(feed.name(), read)), begun));
            default -> reset(feed, begun);
        });
    }

    private Future<Reading> snapshot(NamedFeed feed, long begun) {
        return store.snapshot(feed.feed())
                .map(read -> reading(read, false, List.of(FrameText.snapshot(feed.name(), read)), begun));
    }

    private Future<Reading> reset(NamedFeed feed, long begun) {
        var reset = FrameText.reset(feed.name());
        return store.snapshot(feed.feed())
                .map(read -> reading(read, true, List.of(reset, FrameText.snapshot(feed.name(), read)), begun));
    }

    private Reading reading(JsonObject read, boolean reset, List<String> texts, long begun) {
        databaseTime = read.getDouble("at");
        databaseTimeNanos = time.nanos();
        return new Reading(FeedToken.parse(read.getString("token")).orElseThrow(), reset, texts, begun);
    }
}
