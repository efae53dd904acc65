package org.eventcenter.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eventcenter.module.CannotStart;
import org.eventcenter.module.Module;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of each module up to date, in reading order, each with a history of its own. A start that finds its
 * own scripts at work already, as most do, asks one question and changes nothing. Blocks.
 */
public final class Migrations {
    /** Until the connection is closed. */
    private static final String ONE_NODE_AT_A_TIME = "select pg_advisory_lock(hashtext('event-center migrations'))";

    private static final String MAKE_MARK = "create table if not exists migration_mark (scripts text not null)";
    private static final String FORGET = "delete from migration_mark";
    private static final String MARK = "insert into migration_mark (scripts) values (?)";
    private static final String MARKED = "select exists (select from migration_mark where scripts = ?)";

    private Migrations() {}

    /** Throws {@link CannotStart}, whose text names module and script, when one fails; earlier ones stay. */
    public static void run(DataSource database, Collection<? extends Module> modules) {
        var scripts = MigrationScripts.fingerprint(modules.stream()
                .map(Module::migrations)
                .flatMap(Optional::stream)
                .toList());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ONE_NODE_AT_A_TIME);
            statement.execute(MAKE_MARK);
            if (!isMarked(connection, scripts)) {
                modules.forEach(module ->
                        module.migrations().ifPresent(location -> migrate(database, module.name(), location)));
                statement.execute(FORGET);
                mark(connection, scripts);
            }
        } catch (SQLException e) {
            throw new CannotStart("The tables cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private static boolean isMarked(Connection connection, String scripts) throws SQLException {
        try (var question = connection.prepareStatement(MARKED)) {
            question.setString(1, scripts);
            var row = question.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    private static void mark(Connection connection, String scripts) throws SQLException {
        try (var mark = connection.prepareStatement(MARK)) {
            mark.setString(1, scripts);
            mark.executeUpdate();
        }
    }

    private static void migrate(DataSource database, String module, String location) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + location)
                .table("migration_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            var firstLines = String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .limit(2);
            throw new CannotStart(
                    "The tables of " + module + " cannot be brought up to date: "
                            + firstLines.collect(Collectors.joining(": ")),
                    e);
        }
    }
}
