package org.eventcenter.model;

import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing of a private person is in the public feed, at any moment: no line, no name, no reference, no figure. */
record PrivacyCheck(World world, Sql sql, long event) {
    private static final String PEOPLE = """
            select r.public_ref, r.name, r.name_public, r.private or r.status <> 'accepted'
            from registration r where r.event_id = ?""";
    private static final String TOTALS = """
            select
                (select count(*) from registration where event_id = ? and status = 'accepted' and not private),
                count(distinct account_id), count(*), count(*) filter (where kind = 'create'),
                count(distinct (wiki, page_key)),
                coalesce(sum(greatest(delta, 0)), 0), coalesce(sum(greatest(-delta, 0)), 0)
            from contribution c
            where event_id = ? and counts and exists (
                select from registration r
                where r.event_id = c.event_id and r.account_id = c.account_id and r.status = 'accepted'
                    and not r.private)""";
    private static final String NUMBERS = """
            select
                (select count(*) from contribution c join registration r using (event_id, account_id)
                where event_id = ? and (pub_seq is not null or counts_public) and (r.private or r.status <> 'accepted'))
                +
                (select count(*) from feed_entry e join registration r using (registration_id)
                where e.event_id = ? and audience = 2 and (r.private or r.status <> 'accepted'))""";
    private static final List<String> NAMES =
            List.of("participants", "active", "edits", "created", "articles", "bytes_added", "bytes_removed");

    void check(JsonObject snapshot, JsonObject frame) throws SQLException {
        checkTotals(snapshot.getJsonObject("state").getJsonObject("totals"));
        checkLines(snapshot, frame);
        if (sql.number(NUMBERS, event, event) > 0) {
            world.fault(event, "a public number belongs to a private person");
        }
        world.count("moments searched for private people");
    }

    private void checkTotals(JsonObject shown) throws SQLException {
        var counted = sql.row(TOTALS, event, event);
        for (int i = 0; i < NAMES.size(); i++) {
            if (((Number) counted[i]).longValue() != shown.getLong(NAMES.get(i))) {
                world.fault(event, "public totals are not those of public people", NAMES.get(i), counted[i], shown);
            }
        }
    }

    private void checkLines(JsonObject snapshot, JsonObject frame) throws SQLException {
        Map<String, String> shownNames = new HashMap<>();
        Set<String> publicRefs = new HashSet<>();
        for (var person : sql.rows(PEOPLE, event)) {
            if (!(Boolean) person[3]) {
                publicRefs.add((String) person[0]);
                shownNames.put((String) person[0], (Boolean) person[2] ? (String) person[1] : null);
            }
        }
        lines(snapshot, frame).forEach(line -> checkLine(line, publicRefs, shownNames));
    }

    private void checkLine(JsonObject line, Set<String> publicRefs, Map<String, String> shownNames) {
        var ref = line.getString("ref");
        if ("withdrawn".equals(line.getString("kind"))) {
            if (publicRefs.contains(ref)) {
                world.fault(event, "a withdrawn reference is in use", line);
            }
            return;
        }
        if (!publicRefs.contains(ref)) {
            world.fault(event, "a public line of a private person", line);
        } else if (line.getString("name") != null && !line.getString("name").equals(shownNames.get(ref))) {
            world.fault(event, "a name without consent, or an old one", line);
        } else if (line.containsKey("reason")) {
            world.fault(event, "a reason in public", line);
        }
    }

    private static Stream<JsonObject> lines(JsonObject snapshot, JsonObject frame) {
        var state = snapshot.getJsonObject("state");
        var entries =
                frame.containsKey("entries") ? Screen.objects(frame.getJsonArray("entries")) : List.<JsonObject>of();
        return Stream.of(
                        Screen.objects(state.getJsonArray("people")),
                        Screen.objects(state.getJsonArray("edits")),
                        entries.stream()
                                .filter(entry -> entry.containsKey("ref"))
                                .toList())
                .flatMap(List::stream);
    }
}
