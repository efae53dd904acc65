package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.feed.FeedToken;

/** An event of a database of its own with one person, whose edits are recorded by the SQL functions alone. */
final class CountedEvent {
    final Pool pool;
    final long event;
    final long person;

    CountedEvent(Vertx vertx) throws Exception {
        pool = PgBuilder.pool()
                .connectingTo(TestPostgres.createWithAllTables().url())
                .using(vertx)
                .build();
        event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        person = TestEvents.people(pool, 1).get(0);
        sql("select lease_take('stream', 'test', 600)");
    }

    void close() throws Exception {
        pool.close().await(5, SECONDS);
    }

    void join(boolean isPrivate) throws Exception {
        sql(
                "select registration_join(%d, '{%s}', '{%d}', '{%s}', '{true}', '{false}', '{AA}', '{BB}', '{CC}')",
                event, UUID.randomUUID(), person, isPrivate);
    }

    void record(long revision, String page, String delta) throws Exception {
        record(revision, page, delta, "'T'");
    }

    void record(long revision, String page, String delta, String title) throws Exception {
        record(revision, page, delta, title, "now()");
    }

    void record(long revision, String page, String delta, String title, String at) throws Exception {
        record(revision, page, delta, title, at, Facts.NONE);
    }

    void record(long revision, Facts facts) throws Exception {
        record(revision, "7", "5", "'T'", "now()", facts);
    }

    private void record(long revision, String page, String delta, String title, String at, Facts facts)
            throws Exception {
        sql(
                """
                select contribution_store(1, %d, 1, array[%d::bigint], '{enwiki}', array[%d::bigint],
                    array[%s]::bigint[], '{%d}', array[%s], '{%s}', '{false}', array[%s]::int[], '{%s}', '{%s}', array[%s],
                    '{true}')""",
                event,
                person,
                revision,
                page,
                facts.namespace,
                title,
                facts.kind,
                delta,
                facts.redirect,
                facts.unchanged,
                at);
    }

    /** What else the source says of an edit; {@code redirect} and {@code unchanged}: true, false or null. */
    record Facts(String kind, int namespace, String redirect, String unchanged) {
        static final Facts NONE = new Facts("edit", 0, "null", "null");
    }

    void revert(long revision, boolean value) throws Exception {
        revert(revision, value, "clock_timestamp()");
    }

    void revert(long revision, boolean value, String asOf) throws Exception {
        sql("""
                select contribution_mark(1, '{enwiki}', array[%1$d::bigint], array[%2$s], array[%4$s]);
                select contribution_fact(1, %3$d, '{enwiki}', array[%1$d::bigint], array[%2$s], array[%4$s])""", revision, value, event, asOf);
    }

    /** As if the event had been created in time and had ended so long ago. */
    void endedAgo(String interval) throws Exception {
        sql("""
                update event set ends_at = date_trunc('second', clock_timestamp()) - interval '%1$s',
                    starts_at = least(starts_at, date_trunc('second', clock_timestamp()) - interval '%1$s' - interval '6 hours'),
                    created_at = clock_timestamp() - interval '%1$s' - interval '1 day'""", interval);
    }

    /** The node that reads the stream says how far it is. */
    void sourceReadUpTo(String moment) throws Exception {
        sql("select stream_source_tell(1, 'live', %s)", moment);
    }

    /** Whether this call made the figures final. */
    boolean finish(String grace) throws Exception {
        return Boolean.parseBoolean(
                text("select o_done::text from event_finish(%d, interval '%s')".formatted(event, grace)));
    }

    JsonArray status(int audience) throws Exception {
        return new FeedStore(pool)
                .snapshot(new Feed(event, FeedAudience.of(audience)))
                .await(5, SECONDS)
                .getJsonObject("state")
                .getJsonArray("status");
    }

    JsonObject after(int audience, FeedToken token) throws Exception {
        return new FeedStore(pool)
                .after(new Feed(event, FeedAudience.of(audience)), token)
                .await(5, SECONDS);
    }

    static List<String> kinds(JsonObject frame) {
        return frame.getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getString("kind"))
                .toList();
    }

    FeedToken head(int audience) throws Exception {
        return FeedToken.parse(text("select epoch || '-' || last_seq from feed where audience = " + audience))
                .orElseThrow();
    }

    long total(int audience, String name) throws Exception {
        return Long.parseLong(text("select " + name + "::text from feed where audience = " + audience));
    }

    String publicRow() throws Exception {
        return text("select xmin::text || feed::text from feed where audience = 2");
    }

    String text(String query) throws Exception {
        var row = pool.query(query).execute().await(5, SECONDS).iterator().next();
        return row.getString(0);
    }

    @FormatMethod
    void sql(String text, Object... values) throws Exception {
        var done = pool.query(text.formatted(values)).execute().await(5, SECONDS);
        assertThat(done.rowCount()).isNotNegative();
    }
}
