package org.eventcenter.model;

import static org.eventcenter.model.WikiEdit.pick;

import java.sql.SQLException;
import java.util.Random;

/** Organizers who change goals and what counts; then the stored rows are recounted in chunks. */
final class Events {
    private static final String NEXT_KEYS = """
            select wiki, rev_id from contribution where event_id = ? and (wiki, rev_id) > (?, ?)
            order by wiki, rev_id limit 100""";

    private final World world;
    private final Sql sql;
    private final Random random;
    private final Edits edits;

    Events(World world, Sql sql, Random random, Edits edits) {
        this.world = world;
        this.sql = sql;
        this.random = random;
        this.edits = edits;
    }

    void setGoal(long event) throws SQLException {
        sql.row("select o_org from goal_set(?, ?, 'edits', ?)", event, 1 + random.nextInt(3), 1L + random.nextInt(999));
    }

    void changeCounting(long event) throws SQLException {
        if (random.nextInt(100) < 70) {
            sql.row(
                    "select o_org from event_window(?, to_timestamp(?), to_timestamp(?))",
                    event,
                    world.hour - random.nextInt(7_200),
                    world.hour + 3_600 + random.nextInt(7_200));
        } else {
            sql.row(
                    "select o_org from event_namespaces(?, ?, ?)",
                    event,
                    pick(random, "enwiki", "frwiki"),
                    pick(random, new Integer[] {0}, new Integer[] {0, 4}, new Integer[] {0, 2, 4, 6}));
        }
        recount(event);
        world.count("window or wikis");
    }

    void changeScope(long event) throws SQLException {
        sql.row("select event_scope(?)", event);
        recount(event);
        world.count("scope");
    }

    /** Another scope version begins it anew. */
    private void recount(long event) throws SQLException {
        while (true) {
            try {
                recountOnce(event);
                return;
            } catch (SQLException e) {
                if (!"EC002".equals(e.getSQLState())) {
                    throw e;
                }
                world.count("recount begun anew");
            }
        }
    }

    private void recountOnce(long event) throws SQLException {
        int version = (int) sql.number("select scope_version from event where event_id = ?", event);
        var keys = sql.rows(NEXT_KEYS, event, "", 0L);
        while (!keys.isEmpty()) {
            var wikis = keys.stream().map(key -> (String) key[0]).toArray(String[]::new);
            var revisions = keys.stream().map(key -> (Long) key[1]).toArray(Long[]::new);
            var verdicts = keys.stream()
                    .map(key -> world.edit((Long) key[1]).inScope(version))
                    .toArray(Boolean[]::new);
            edits.retry(() -> sql.row(
                    "select o_changed from event_recount_chunk(?, ?, ?, ?, ?)",
                    event,
                    version,
                    wikis,
                    revisions,
                    verdicts));
            var last = keys.get(keys.size() - 1);
            keys = sql.rows(NEXT_KEYS, event, last[0], last[1]);
        }
    }
}
