package org.eventcenter.contribution;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.stream.StreamConfig;
import org.eventcenter.stream.TestSql;

/** Events on frwiki (namespaces 0 and 1) that run since two hours, and people who join them. */
final class TestCampaign {
    final Instant startsAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(2, ChronoUnit.HOURS);
    final Instant endsAt = startsAt.plus(4, ChronoUnit.HOURS);
    final TestSql sql;
    private final AtomicInteger codes = new AtomicInteger();

    TestCampaign(TestDatabase tables) {
        this.sql = new TestSql(tables.jdbc());
    }

    long event(String slug) throws SQLException {
        return eventOf(slug, "frwiki");
    }

    long eventOf(String slug, String wiki) throws SQLException {
        return sql.number("""
                select o_event from event_create('%s', '%s', 'Rivers', '', 'published', false, '%s', '%s', 'UTC',
                    null, null, null, array['%s'], array[0, 1], array[]::text[], array[]::bigint[], null)
                """.formatted(slug, slug, startsAt, endsAt, wiki));
    }

    /** The account's id; {@code centralId} 0: it is known by name alone. */
    long account(long centralId, String name) throws SQLException {
        return sql.number("""
                insert into account (central_id, name, canonical_name)
                values (nullif(%d, 0), '%s', '%s') returning account_id
                """.formatted(centralId, name, name));
    }

    void join(long event, long account, boolean isPrivate) throws SQLException {
        int code = codes.incrementAndGet();
        sql.execute("""
                select * from registration_join(%d, array[gen_random_uuid()], array[%d], array[%b], array[true],
                    array[false], array['a%d'], array['b%d'], array['c%d'])
                """.formatted(event, account, isPrivate, code, code, code));
    }

    void leave(long event, long account) throws SQLException {
        sql.execute("select * from registration_take_back(%d, %d, 'cancelled')".formatted(event, account));
    }

    /** Every connection of every node ends. */
    void cutConnections() throws SQLException {
        sql.execute("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""");
    }

    /** A reading that comes back quickly. */
    static StreamConfig reading(URI url) {
        return reading(url, 64_000_000);
    }

    static StreamConfig readingRecentChange(URI url) {
        return reading(url, StreamConfig.Edits.RECENTCHANGE, 64_000_000);
    }

    static StreamConfig reading(URI url, long waitingBytes) {
        return reading(url, StreamConfig.Edits.PAGE_CHANGE, waitingBytes);
    }

    private static StreamConfig reading(URI url, StreamConfig.Edits edits, long waitingBytes) {
        return new StreamConfig(
                url,
                edits,
                Duration.ofHours(3),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                waitingBytes);
    }
}
