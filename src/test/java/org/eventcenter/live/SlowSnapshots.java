package org.eventcenter.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** Makes every snapshot that is read from now on take long after it has looked: it shows a moment that is over. */
final class SlowSnapshots {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;

    SlowSnapshots(TestDatabase database) throws SQLException {
        this.database = database;
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    alter function feed_snapshot rename to feed_snapshot_now;
                    create function feed_snapshot(p_event bigint, p_audience smallint) returns jsonb
                    language plpgsql stable as $$
                    declare
                        v_read jsonb := feed_snapshot_now(p_event, p_audience);
                    begin
                        perform pg_sleep(0.5);
                        return v_read;
                    end $$""");
        }
    }

    void awaitOneUnderWay() throws SQLException {
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement()) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            var underWay = false;
            while (!underWay) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("No snapshot was read");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                try (var rows = statement.executeQuery("""
                        select 1 from pg_stat_activity
                        where datname = current_database() and state = 'active' and wait_event = 'PgSleep'""")) {
                    underWay = rows.next();
                }
            }
        }
    }
}
