package org.eventcenter.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eventcenter.module.CannotStart;

/** Looks at a PostgreSQL before anything is written to it. Blocks. */
public final class ServerCheck {
    /** The first that ends a transaction after a time ({@code transaction_timeout}). */
    private static final int OLDEST = 17;

    private ServerCheck() {}

    /** Throws {@link CannotStart} when the server is away or cannot hold what the hub promises. */
    public static void run(DataSource database, DatabaseAddress address) {
        try (var connection = database.getConnection()) {
            refuseOldServer(connection.getMetaData().getDatabaseMajorVersion());
            refuse(connection, "default_transaction_isolation", "read committed");
            refuse(connection, "server_encoding", "UTF8");
            refuse(connection, "transaction_read_only", "off");
        } catch (SQLException e) {
            throw new CannotStart("The database at " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void refuseOldServer(int version) {
        if (version < OLDEST) {
            throw new CannotStart(
                    "The database is PostgreSQL " + version + "; Event Center needs " + OLDEST + " or newer.");
        }
    }

    /** Locks are taken first and decisions read later, which is exact only when each statement sees what was committed. */
    private static void refuse(Connection connection, String setting, String wanted) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            var row = statement.executeQuery();
            row.next();
            if (!wanted.equals(row.getString(1))) {
                throw new CannotStart("The database has " + setting + " = " + row.getString(1) + "; Event Center needs "
                        + wanted + ".");
            }
        }
    }
}
