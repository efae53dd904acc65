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

/** Reads feeds from the database and makes the frames, once for all who are told them. On the relay's context. */
final class FeedReader {
    private final FeedStore store;
    private final LiveConfig config;
    private double databaseTime = System.currentTimeMillis() / 1000.0;
    private long databaseTimeNanos = System.nanoTime();

    FeedReader(FeedStore store, LiveConfig config) {
        this.store = store;
        this.config = config;
    }

    /** With the database's time as of the last read: screens slide their hour by it. */
    Pulse pulse(Map<Feed, FeedToken> heads) {
        return new Pulse(heads, databaseTime, databaseTimeNanos, System.nanoTime(), Optional.empty());
    }

    /** What came after a position, up to the head; a snapshot when that is too much, or after a reset. */
    Future<Reading> read(NamedFeed feed, Optional<FeedToken> after) {
        var reading = after.isPresent() ? since(feed, after.get()) : snapshot(feed);
        return reading.timeout(config.staleAfter().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Reading> since(NamedFeed feed, FeedToken after) {
        return store.after(feed.feed(), after).compose(read -> switch (read.getString("type")) {
            case "entries" ->
                Future.succeededFuture(reading(read, false, List.of(FrameText.entries(feed.name(), read))));
            case "snapshot" ->
                Future.succeededFuture(reading(read, false, List.of(FrameText.snapshot(feed.name(), read))));
            default -> reset(feed);
        });
    }

    private Future<Reading> snapshot(NamedFeed feed) {
        return store.snapshot(feed.feed())
                .map(read -> reading(read, false, List.of(FrameText.snapshot(feed.name(), read))));
    }

    private Future<Reading> reset(NamedFeed feed) {
        var reset = FrameText.reset(feed.name());
        return store.snapshot(feed.feed())
                .map(read -> reading(read, true, List.of(reset, FrameText.snapshot(feed.name(), read))));
    }

    private Reading reading(JsonObject read, boolean reset, List<String> texts) {
        databaseTime = read.getDouble("at");
        databaseTimeNanos = System.nanoTime();
        return new Reading(FeedToken.parse(read.getString("token")).orElseThrow(), reset, texts);
    }
}
