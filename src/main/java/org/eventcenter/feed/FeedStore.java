package org.eventcenter.feed;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * Reads feeds. Each call is one query and of one moment; every future may fail when the database is away, and with
 * {@link NoSuchElementException} for a feed that does not exist. May be called from any thread.
 */
public final class FeedStore {
    private static final String HEADS = "select * from feed_heads($1, $2)";
    private static final String SNAPSHOT = "select feed_snapshot($1, $2)";
    private static final String AFTER = "select feed_after($1, $2, $3, $4)";

    private static final String TOTALS = """
            select event_id, participants, active, edits, created, articles, bytes_added, bytes_removed
            from feed
            where event_id = any ($1) and audience = $2""";

    private final Pool pool;

    public FeedStore(Pool pool) {
        this.pool = pool;
    }

    /** Where these feeds stand, in no order; those that do not exist are left out. */
    public Future<List<FeedHead>> heads(Collection<Feed> feeds) {
        var events = feeds.stream().map(Feed::eventId).toArray(Long[]::new);
        var audiences = feeds.stream().map(FeedStore::audience).toArray(Short[]::new);
        return pool.preparedQuery(HEADS)
                .execute(Tuple.of((Object) events, (Object) audiences))
                .map(FeedStore::heads);
    }

    /** The state at the head: an object of type {@code snapshot} with {@code token}, {@code at} and {@code state}. */
    public Future<JsonObject> snapshot(Feed feed) {
        var parameters = Tuple.of(feed.eventId(), audience(feed));
        return pool.preparedQuery(SNAPSHOT).execute(parameters).map(rows -> json(feed, rows));
    }

    /**
     * What came after the token: an object of type {@code entries} that ends at the head, or {@code snapshot} when that
     * would be more than 200 entries or 32 KiB, or {@code reset} for a token that this feed never gave.
     */
    public Future<JsonObject> after(Feed feed, FeedToken token) {
        var parameters = Tuple.of(feed.eventId(), audience(feed), token.epoch(), token.seq());
        return pool.preparedQuery(AFTER).execute(parameters).map(rows -> json(feed, rows));
    }

    /** The totals of one audience by event, for lists of many events; those that do not exist are left out. */
    public Future<Map<Long, JsonObject>> totals(Collection<Long> eventIds, FeedAudience audience) {
        var parameters = Tuple.of((Object) eventIds.toArray(Long[]::new), (short) audience.number());
        return pool.preparedQuery(TOTALS)
                .execute(parameters)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getLong("event_id"), Row::toJson)));
    }

    private static List<FeedHead> heads(RowSet<Row> rows) {
        return rows.stream().map(FeedStore::head).toList();
    }

    private static FeedHead head(Row row) {
        var feed = new Feed(row.getLong("event_id"), FeedAudience.of(row.getShort("audience")));
        return new FeedHead(
                feed, new FeedToken(row.getString("epoch"), row.getLong("last_seq")), row.getLong("withdrawn_seq"));
    }

    private static JsonObject json(Feed feed, RowSet<Row> rows) {
        var value = rows.iterator().next().getJsonObject(0);
        if (value == null) {
            throw new NoSuchElementException("no feed " + feed);
        }
        return value;
    }

    private static short audience(Feed feed) {
        return (short) feed.audience().number();
    }
}
