package org.eventcenter.model;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;

/** After the recount: the figures of every event are made final, and whatever the reader of the stream says moves nothing. */
record FinalCheck(World world, Sql sql) {
    private static final int FACTS = 100;

    void check() throws SQLException {
        sql.row("select stream_source_tell(?, 'live', clock_timestamp() + interval '1 day')::text", world.leaseEpoch());
        for (var event : World.EVENTS) {
            finish(event);
        }
        var before = feeds();
        var edits = new Edits(world, sql, new Random(world.seed));
        edits.recordAll();
        for (int i = 0; i < FACTS; i++) {
            edits.tellFact();
        }
        if (!feeds().equals(before)) {
            world.fault("final figures moved", before, feeds());
        }
    }

    /** The events of a run end later than the run: hence the negative grace. What recounts were begun were done. */
    private void finish(long event) throws SQLException {
        sql.row("update event set recount_wiki = null where event_id = ? returning event_id", event);
        var done = sql.row("select o_done from event_finish(?, interval '-1 day')", event);
        if (!(Boolean) done[0]) {
            world.fault("not made final", event);
        }
    }

    private String feeds() throws SQLException {
        return Arrays.toString(sql.row("select string_agg(f::text, ' ' order by event_id, audience) from feed f"));
    }
}
