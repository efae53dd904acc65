package org.eventcenter.registration;

import java.sql.Connection;
import java.sql.SQLException;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** Throws everybody out of a database and lets nobody in until it ends. */
final class DatabaseOutage {
    private final TestDatabase database;

    private DatabaseOutage(TestDatabase database) {
        this.database = database;
    }

    static DatabaseOutage of(TestDatabase database) throws SQLException {
        var outage = new DatabaseOutage(database);
        try (var connection = outage.besides();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + outage.name() + " with allow_connections false");
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + outage.name() + "'");
        }
        return outage;
    }

    void end() throws SQLException {
        try (var connection = besides();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name() + " with allow_connections true");
        }
    }

    private String name() {
        return database.address().database();
    }

    /** A connection to another database of the server. */
    private Connection besides() throws SQLException {
        var there = database.address();
        return new DatabaseAddress(
                        there.host(), there.port(), "postgres", there.user(), there.password(), there.sslMode())
                .jdbc()
                .getConnection();
    }
}
