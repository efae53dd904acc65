package org.eventcenter.database;

import java.util.Collection;
import javax.sql.DataSource;
import org.eventcenter.module.Module;
import org.flywaydb.core.Flyway;

/** Brings the tables of each module up to date, in reading order, each with a history of its own. Blocks. */
public final class Migrations {
    private Migrations() {}

    /** Throws {@code FlywayException}, whose text names the script, when one fails; earlier ones stay. */
    public static void run(DataSource database, Collection<? extends Module> modules) {
        for (var module : modules) {
            module.migrations().ifPresent(location -> migrate(database, module.name(), location));
        }
    }

    private static void migrate(DataSource database, String module, String location) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + location)
                .table("migration_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
