package org.eventcenter.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** Holds every snapshot that is read from now on after it has looked, until it lets go: it shows a moment that is over. */
final class HeldSnapshots implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection gate;

    HeldSnapshots(TestDatabase database) throws SQLException {
        gate = database.jdbc().getConnection();
        try (var statement = gate.createStatement()) {
            statement.execute("select pg_advisory_lock(7411)");
            statement.execute("""
                    alter function feed_snapshot rename to feed_snapshot_now;
                    create function feed_snapshot(p_event bigint, p_audience smallint) returns jsonb
                    language plpgsql volatile as $$
                    declare
                        v_read jsonb := feed_snapshot_now(p_event, p_audience);
                    begin
                        perform pg_advisory_lock_shared(7411);
                        perform pg_advisory_unlock_shared(7411);
                        return v_read;
                    end $$""");
        }
    }

    void awaitOneUnderWay() throws SQLException {
        try (var statement = gate.createStatement()) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            var underWay = false;
            while (!underWay) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("No snapshot was read");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                try (var rows = statement.executeQuery("""
                        select 1 from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'""")) {
                    underWay = rows.next();
                }
            }
        }
    }

    void letGo() throws SQLException {
        try (var statement = gate.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    @Override
    public void close() throws SQLException {
        gate.close();
    }
}
