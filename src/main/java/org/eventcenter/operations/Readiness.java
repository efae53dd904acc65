package org.eventcenter.operations;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final String DATABASE = "database";
    private static final String ANSWERS = "answers";

    private final Pool database;
    private final Map<String, Supplier<Future<String>>> told = new ConcurrentSkipListMap<>();
    private volatile boolean stopping;

    public Readiness(Pool database) {
        this.database = database;
    }

    /** Told beside it from now on: a state of a few words, without names of people. One that is not there in time is unknown. */
    public void tell(String name, Supplier<Future<String>> state) {
        told.put(name, state);
    }

    /** From now on not ready, so that nobody is sent here any more. */
    public void stop() {
        stopping = true;
    }

    /** Never fails. */
    Future<Report> report() {
        var asked = new LinkedHashMap<String, Future<String>>();
        asked.put(DATABASE, inTime(database.query("select 1").execute().map(ANSWERS), "does not answer"));
        told.forEach((name, state) -> asked.put(name, inTime(state.get(), "unknown")));
        return Future.all(List.copyOf(asked.values())).map(all -> report(asked));
    }

    private static Future<String> inTime(Future<String> state, String otherwise) {
        return state.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).otherwise(otherwise);
    }

    private Report report(Map<String, Future<String>> asked) {
        var states = new JsonObject();
        asked.forEach((name, state) -> states.put(name, state.result()));
        if (stopping) {
            states.put("node", "stopping");
        }
        return new Report(!stopping && states.getString(DATABASE).equals(ANSWERS), states);
    }

    record Report(boolean ready, JsonObject states) {}
}
