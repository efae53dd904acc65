package org.eventcenter.model;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of one audience, counted in Java. */
final class Tally {
    int participants;
    private long edits;
    private long created;
    private long bytesAdded;
    private long bytesRemoved;
    private final Map<String, Long> pages = new HashMap<>();
    private final Map<String, Long> minutes = new HashMap<>();
    private final Map<String, Long> people = new HashMap<>();

    void add(WikiEdit edit, long account, String pageKey) {
        edits++;
        created += edit.kind.equals("create") ? 1 : 0;
        bytesAdded += Math.max(edit.delta, 0);
        bytesRemoved += Math.max(-edit.delta, 0);
        pages.merge(edit.wiki + " " + pageKey, 1L, Long::sum);
        minutes.merge(String.valueOf(edit.at / 60 * 60), 1L, Long::sum);
        people.merge(String.valueOf(account), 1L, Long::sum);
    }

    void compare(World world, Sql sql, long event, int audience) throws SQLException {
        var stored = sql.row("""
                select participants::bigint, active::bigint, edits, created, articles, bytes_added, bytes_removed
                from feed where event_id = ? and audience = ?""", event, audience);
        var counted = new Object[] {
            (long) participants, (long) people.size(), edits, created, (long) pages.size(), bytesAdded, bytesRemoved
        };
        same(world, List.of(event, audience, "totals"), Arrays.asList(stored), Arrays.asList(counted));
        var column = audience == 1 ? "edits" : "edits_public";
        same(
                world,
                List.of(event, audience, "pages"),
                pages,
                read(
                        sql,
                        event,
                        "select wiki || ' ' || page_key, %1$s::bigint from event_page where event_id = ? and %1$s <> 0",
                        column));
        same(
                world,
                List.of(event, audience, "minutes"),
                minutes,
                read(
                        sql,
                        event,
                        "select extract(epoch from minute)::bigint::text, %1$s::bigint from event_minute where event_id = ? and %1$s <> 0",
                        column));
        same(
                world,
                List.of(event, audience, "people"),
                people,
                read(
                        sql,
                        event,
                        "select account_id::text, %1$s::bigint from registration where event_id = ? and %1$s <> 0",
                        audience == 1 ? "counted" : "counted_public"));
    }

    private static Map<String, Long> read(Sql sql, long event, String text, String column) throws SQLException {
        var read = new HashMap<String, Long>();
        for (var row : sql.rows(text.formatted(column), event)) {
            read.put((String) row[0], (Long) row[1]);
        }
        return read;
    }

    private static void same(World world, List<Object> what, Object one, Object other) {
        if (!one.equals(other)) {
            world.fault(what, one, other);
        }
    }
}
