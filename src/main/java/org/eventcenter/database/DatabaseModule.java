package org.eventcenter.database;

import java.util.Optional;
import org.eventcenter.module.Module;

/** The tables that say who may do what: lease and nodes. */
public final class DatabaseModule implements Module {
    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/database/migrations");
    }
}
