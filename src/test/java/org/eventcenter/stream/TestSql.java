package org.eventcenter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks a test's database, straight down. */
public record TestSql(DataSource database) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        return Long.parseLong(String.valueOf(text(sql)));
    }

    /** The first value of the first row as text; null when there is none. */
    public @Nullable String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Asks again until the condition holds; the database does the waiting in between. */
    public void until(String condition) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!"t".equals(text("select " + condition))) {
            assertThat(System.nanoTime()).as("until " + condition).isLessThan(end);
            execute("select pg_sleep(0.02)");
        }
    }
}
