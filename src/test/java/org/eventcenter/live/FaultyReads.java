package org.eventcenter.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** A database whose reads of feeds go wrong, one kind at a time. */
final class FaultyReads implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;

    FaultyReads(TestDatabase database) throws SQLException {
        connection = database.jdbc().getConnection();
        execute("create sequence failed_reads");
    }

    /** Whoever compares the heads sees them as they are now, whatever is committed later. */
    void stopHeads() throws SQLException {
        execute("""
                create table head_then as select event_id, audience, epoch, last_seq, withdrawn_seq from feed;
                create or replace function feed_heads(p_event bigint[], p_audience smallint[])
                returns table (event_id bigint, audience smallint, epoch text, last_seq bigint, withdrawn_seq bigint)
                language sql stable as $$
                    select t.event_id, t.audience, t.epoch, t.last_seq, t.withdrawn_seq
                    from unnest(p_event, p_audience) asked (event_id, audience)
                    join head_then t on t.event_id = asked.event_id and t.audience = asked.audience
                $$""");
    }

    /** The heads cannot be compared any more; returns when one comparison has failed. */
    void failHeads() throws SQLException {
        execute("""
                create or replace function feed_heads(p_event bigint[], p_audience smallint[])
                returns table (event_id bigint, audience smallint, epoch text, last_seq bigint, withdrawn_seq bigint)
                language plpgsql as $$
                begin
                    perform nextval('failed_reads');
                    raise 'no heads';
                end $$""");
        awaitFailures();
    }

    /** What came after a position cannot be read any more; returns when one read has failed. */
    void failEntries() throws SQLException {
        execute("""
                alter function feed_after rename to feed_after_whole;
                create function feed_after(
                    p_event bigint, p_audience smallint, p_epoch text, p_after bigint, p_limit int default 200)
                returns jsonb language plpgsql as $$
                begin
                    perform nextval('failed_reads');
                    raise 'no entries';
                end $$""");
        awaitFailures();
    }

    void mendEntries() throws SQLException {
        execute("""
                drop function feed_after;
                alter function feed_after_whole rename to feed_after""");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Two, so that what followed from the first is done. */
    private void awaitFailures() throws SQLException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (failures() < 2) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Nothing was read");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private long failures() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select case when is_called then last_value else 0 end from failed_reads")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
