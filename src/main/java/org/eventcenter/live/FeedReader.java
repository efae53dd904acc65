package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        var reading = after.isPresent() ? since(feed, after.get()) : snapshot(feed, Stream.of());
        return reading.timeout(config.staleAfter().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Reading> since(NamedFeed feed, FeedToken after) {
        return store.after(feed.feed(), after).compose(read -> switch (read.getString("type")) {
            case "entries" -> Future.succeededFuture(reading(read, List.of(FrameText.entries(feed.name(), read))));
            case "snapshot" -> Future.succeededFuture(reading(read, List.of(FrameText.snapshot(feed.name(), read))));
            default -> snapshot(feed, Stream.of(FrameText.reset(feed.name())));
        });
    }

    private Future<Reading> snapshot(NamedFeed feed, Stream<String> before) {
        return store.snapshot(feed.feed()).map(read -> {
            var texts = Stream.concat(before, Stream.of(FrameText.snapshot(feed.name(), read)));
            return reading(read, texts.toList());
        });
    }

    private Reading reading(JsonObject read, List<String> texts) {
        databaseTime = read.getDouble("at");
        databaseTimeNanos = System.nanoTime();
        return new Reading(FeedToken.parse(read.getString("token")).orElseThrow(), texts);
    }
}
