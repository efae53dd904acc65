package org.eventcenter.live;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedMove;
import org.eventcenter.feed.FeedToken;
import org.eventcenter.stream.SourceState;

/**
 * An event that is changed straight by the SQL functions, over one connection, with nobody told: what the rest of the hub
 * does besides is no business of the live channel. Each change gives where the feeds stand then.
 */
final class TestEvent {
    private static final String MOVE = "o_org_epoch, o_org, o_pub_epoch, o_pub";
    private static final AtomicLong CODES = new AtomicLong();

    private final Connection connection;
    private final String slug;
    private final long eventId;
    private final long lease;
    private long lastRevision;

    private TestEvent(Connection connection, String slug) throws SQLException {
        this.connection = connection;
        this.slug = slug;
        this.eventId = number("""
                select o_event from event_create(?, ?, 'An edit-a-thon', '', 'published', false,
                    date_trunc('second', now() - interval '1 day'), date_trunc('second', now() + interval '1 day'), 'UTC',
                    null, null, null, array['enwiki'], array[0], array['edits'], array[1000::bigint], null)""", slug, slug);
        this.lease = number("select lease_take('stream', 'test', 3600)");
    }

    static TestEvent create(TestDatabase database, String slug) throws SQLException {
        return new TestEvent(database.jdbc().getConnection(), slug);
    }

    long eventId() {
        return eventId;
    }

    Feed feed(FeedAudience audience) {
        return new Feed(eventId, audience);
    }

    FeedName name(FeedAudience audience) {
        return new FeedName(slug, audience);
    }

    /** A person whom the wiki knows. */
    @CanIgnoreReturnValue
    long person(String name) throws SQLException {
        return number("insert into account (name, canonical_name) values (?, ?) returning account_id", name, name);
    }

    @CanIgnoreReturnValue
    FeedMove join(long account, boolean isPrivate) throws SQLException {
        var code = "code" + CODES.incrementAndGet();
        return move(
                "select " + MOVE + " from registration_join(?, array[?], array[?], array[?], array[true], array[false],"
                        + " array[?], array[?], array[?])",
                eventId,
                UUID.randomUUID(),
                account,
                isPrivate,
                code,
                code + "b",
                code + "c");
    }

    /** Takes a person back: {@code private}, {@code cancelled} or {@code removed}. */
    @CanIgnoreReturnValue
    FeedMove takeBack(long account, String how) throws SQLException {
        return move("select " + MOVE + " from registration_take_back(?, ?, ?)", eventId, account, how);
    }

    @CanIgnoreReturnValue
    FeedMove goPublic(long account) throws SQLException {
        return move("select " + MOVE + " from registration_go_public(?, ?, true)", eventId, account);
    }

    @CanIgnoreReturnValue
    FeedMove showName(long account, boolean show) throws SQLException {
        return move("select " + MOVE + " from registration_name_public(?, ?, ?)", eventId, account, show);
    }

    /** The wiki says that the name of each is now that of the other; no line shows it yet. */
    void swapNames(long one, long other) throws SQLException {
        change("""
                update account a set name = b.name, canonical_name = b.canonical_name from account b
                where a.account_id = ? and b.account_id = ? or a.account_id = ? and b.account_id = ?""", one, other, other, one);
    }

    /** The lines of this person show the name of now. */
    @CanIgnoreReturnValue
    FeedMove renamed(long account) throws SQLException {
        return move("select " + MOVE + " from registration_renamed(?, ?)", eventId, account);
    }

    /** An edit of a page that was made so many minutes ago. */
    @CanIgnoreReturnValue
    FeedMove edit(long account, String title, int minutesAgo) throws SQLException {
        return edits(account, title, minutesAgo, 1);
    }

    /** Edits of the same page in one transaction, as the recorder writes them. */
    @CanIgnoreReturnValue
    FeedMove edits(long account, String title, int minutesAgo, int count) throws SQLException {
        var first = lastRevision + 1;
        lastRevision += count;
        return move(
                """
                select o_org_epoch, o_org, o_pub_epoch, o_pub
                from (
                    select array_agg(?::bigint) a, array_agg('enwiki'::text) w, array_agg(r) r, array_agg(?::bigint) p,
                        array_agg(0) ns, array_agg(?::text) t, array_agg('edit'::text) k, array_agg(false) b,
                        array_agg(10) d, array_agg(true) ok,
                        array_agg(date_trunc('second', now()) - make_interval(mins => ?)) at
                    from generate_series(?, ?) r) x,
                lateral contribution_record(?, ?, 1, a, w, r, p, ns, t, k, b, d, at, ok)""",
                account,
                (long) title.hashCode() & 0xffffff,
                title,
                minutesAgo,
                first,
                lastRevision,
                lease,
                eventId);
    }

    /** So many new pages in one transaction. */
    @CanIgnoreReturnValue
    FeedMove pages(long account, int count) throws SQLException {
        var first = lastRevision + 1;
        lastRevision += count;
        return move("""
                select o_org_epoch, o_org, o_pub_epoch, o_pub
                from (
                    select array_agg(?::bigint) a, array_agg('enwiki'::text) w, array_agg(r) r,
                        array_agg(100000000 + r) p, array_agg(0) ns, array_agg('Page ' || r) t,
                        array_agg('create'::text) k, array_agg(false) b, array_agg(10) d, array_agg(true) ok,
                        array_agg(date_trunc('second', now())) at
                    from generate_series(?::bigint, ?::bigint) r) x,
                lateral contribution_record(?, ?, 1, a, w, r, p, ns, t, k, b, d, at, ok)""", account, first, lastRevision, lease, eventId);
    }

    long lastRevision() {
        return lastRevision;
    }

    /** The wiki says that a revision was reverted, or no longer is. */
    @CanIgnoreReturnValue
    FeedMove revert(long revision, boolean reverted) throws SQLException {
        return move(
                "select " + MOVE + "\n"
                        + " from contribution_fact(?, ?, array['enwiki'], array[?], array[?], array[clock_timestamp()])",
                lease,
                eventId,
                revision,
                reverted);
    }

    @CanIgnoreReturnValue
    FeedMove goal(long target) throws SQLException {
        return move("select " + MOVE + " from goal_set(?, 1, 'edits', ?)", eventId, target);
    }

    @CanIgnoreReturnValue
    FeedMove status(String status) throws SQLException {
        return move("select " + MOVE + " from event_status(?, ?)", eventId, status);
    }

    /** The node that reads the stream says that edits arrive as they are made. */
    void sourceIsLive() throws SQLException {
        number("select length(stream_source_tell(?, 'live', clock_timestamp())::text)", lease);
    }

    /** Sets columns of the event, past its functions: what time would bring, or an organizer at its creation. */
    void set(String assignments) throws SQLException {
        change("update event set " + assignments + " where event_id = ?", eventId);
    }

    /** As after a restore from a backup: the numbers are those of then, under this epoch. */
    void restoredTo(FeedMove then, String epoch) throws SQLException {
        change(
                "update feed set epoch = ?, last_seq = ? where event_id = ? and audience = 2",
                epoch,
                then.publicFeed().seq(),
                eventId);
        var since = then.publicFeed().seq();
        change("delete from feed_entry where event_id = ? and audience = 2 and seq > ?", eventId, since);
        change("delete from contribution where event_id = ? and pub_seq > ?", eventId, since);
    }

    /** Nothing of before this may be shown to who comes from now on. */
    FeedToken withdrawn(FeedAudience audience) throws SQLException {
        return ask(
                "select epoch, withdrawn_seq from feed where event_id = ? and audience = ?",
                new Object[] {eventId, audience.number()},
                row -> new FeedToken(row.getString(1), row.getLong(2)));
    }

    /** As operators do after a restore: every screen has to begin anew. */
    void renewEpochs(String epoch) throws SQLException {
        change("update feed set epoch = ? where event_id = ?", epoch, eventId);
    }

    /** A fault: a state that changes without a number. */
    void changeTotalsSilently(int edits) throws SQLException {
        change("update feed set edits = ? where event_id = ?", edits, eventId);
    }

    /** How the source of edits stands from now on, with a reader that is never silent. */
    void source(SourceState.Kind kind, Instant exactUpTo) throws SQLException {
        change("""
                insert into stream_source as s (state, since, exact_up_to, told_at)
                values (?, now(), ?, now() + interval '1 day')
                on conflict (only_one) do update
                set state = excluded.state, since = excluded.since, exact_up_to = excluded.exact_up_to,
                    told_at = excluded.told_at""", kind.word(), exactUpTo.atOffset(ZoneOffset.UTC));
    }

    JsonObject snapshot(FeedAudience audience) throws SQLException {
        try (var statement = connection.prepareStatement("select feed_snapshot(?, ?::smallint)::text")) {
            statement.setLong(1, eventId);
            statement.setInt(2, audience.number());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new JsonObject(rows.getString(1));
            }
        }
    }

    FeedToken head(FeedAudience audience) throws SQLException {
        return FeedToken.parse(snapshot(audience).getString("token")).orElseThrow();
    }

    void close() throws SQLException {
        connection.close();
    }

    private FeedMove move(String sql, Object... parameters) throws SQLException {
        return ask(
                sql,
                parameters,
                row -> new FeedMove(
                        eventId,
                        new FeedToken(row.getString(1), row.getLong(2)),
                        new FeedToken(row.getString(3), row.getLong(4))));
    }

    @CanIgnoreReturnValue
    private long number(String sql, Object... parameters) throws SQLException {
        return ask(sql, parameters, row -> row.getLong(1));
    }

    private void change(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private <T> T ask(String sql, Object[] parameters, Reader<T> reader) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return reader.read(rows);
            }
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
