package org.eventcenter.operations;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether this node can serve people now. The database decides; what else is told, such as who reads the stream, is for
 * the operator's eyes, since a node serves well while another one reads.
 */
public final class Readiness {
    private static final int PATIENCE_SECONDS = 2;

    private final Pool database;
    private final Map<String, Supplier<String>> told = new ConcurrentSkipListMap<>();
    private volatile boolean stopping;

    public Readiness(Pool database) {
        this.database = database;
    }

    /** Told beside it from now on: a state of a word or two, without names of people. */
    public void tell(String name, Supplier<String> state) {
        told.put(name, state);
    }

    /** From now on not ready, so that nobody is sent here any more. */
    public void stop() {
        stopping = true;
    }

    /** Never fails. */
    Future<Report> report() {
        return database.query("select 1")
                .execute()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .map("answers")
                .otherwise("does not answer")
                .map(this::report);
    }

    private Report report(String databaseState) {
        var states = new JsonObject().put("database", databaseState);
        told.forEach((name, state) -> states.put(name, state.get()));
        if (stopping) {
            states.put("node", "stopping");
        }
        return new Report(!stopping && databaseState.equals("answers"), states);
    }

    record Report(boolean ready, JsonObject states) {}
}
