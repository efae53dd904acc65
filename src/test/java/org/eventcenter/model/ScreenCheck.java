package org.eventcenter.model;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code fold(snapshot(a), entries (a, b] as read at b) = snapshot(b)}: lists are compared on the rows that both show. */
record ScreenCheck(World world, String feed) {
    private static final int LONGEST_LIST = 50;

    void compare(Screen folded, JsonObject snapshot, long from) {
        var read = new Screen(snapshot, folded.isPublic);
        same("seq", folded.seq, read.seq);
        same("totals", folded.totals, read.totals);
        same("goals", folded.goals, read.goals);
        same("status", folded.status, read.status);
        double hourAgo = snapshot.getDouble("at") - 3_600;
        same("minutes", recent(folded.minutes, hourAgo), recent(read.minutes, hourAgo));
        compareLists("edits", folded.edits, read.edits, from);
        compareLists("people", bySeq(folded.people), bySeq(read.people), from);
        world.count("screens compared " + (folded.isPublic ? "public" : "organizers"));
        while (folded.edits.size() > 300) {
            folded.edits.pollFirstEntry();
        }
    }

    private void same(String what, Object folded, Object read) {
        if (!folded.equals(read)) {
            world.fault(feed, what, "folded", folded, "read", read);
        }
    }

    private static Map<Long, Long> recent(Map<Long, Long> minutes, double from) {
        var recent = new TreeMap<>(minutes);
        recent.entrySet().removeIf(minute -> minute.getKey() <= from || minute.getValue() == 0);
        return recent;
    }

    private static TreeMap<Long, JsonObject> bySeq(Map<String, JsonObject> people) {
        return people.values().stream()
                .collect(Collectors.toMap(line -> line.getLong("seq"), line -> line, (a, b) -> a, TreeMap::new));
    }

    private void compareLists(
            String what, TreeMap<Long, JsonObject> folded, TreeMap<Long, JsonObject> read, long from) {
        read.forEach((seq, line) -> {
            if (!folded.containsKey(seq) && seq > from) {
                world.fault(feed, what, "missing", line);
            } else if (folded.containsKey(seq) && !folded.get(seq).equals(line)) {
                world.fault(feed, what, "differs", folded.get(seq), line);
            }
        });
        long oldest = read.size() < LONGEST_LIST ? 0 : read.firstKey();
        folded.tailMap(oldest).forEach((seq, line) -> {
            if (!read.containsKey(seq)) {
                world.fault(feed, what, "stale", line);
            }
        });
    }
}
