package org.eventcenter.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eventcenter.feed.FeedToken;

/**
 * The rules of {@code webroot/js/live/fold.js} once more: what frames do to the state of a screen. Both are held to the
 * cases of {@code live/fold.json}. Immutable.
 *
 * @param edits newest first
 * @param editsFrom the edits have every line from this number on
 * @param people newest first
 */
record FoldedScreen(
        FeedToken token,
        double at,
        JsonArray status,
        JsonArray goals,
        JsonObject totals,
        TreeMap<Long, Integer> minutes,
        List<JsonObject> edits,
        long editsFrom,
        List<JsonObject> people) {
    private static final int LISTED = 50;
    private static final int HOUR_SECONDS = 3600;
    private static final Set<String> KINDS = Set.of(
            "joined",
            "left",
            "withdrawn",
            "privacy",
            "renamed",
            "contributed",
            "corrected",
            "recounted",
            "goal",
            "event");

    /** Whether a frame could be applied; as in fold.js. */
    enum Fit {
        APPLIED,
        OLD,
        GAP,
        UNKNOWN
    }

    static FoldedScreen of(JsonObject snapshot) {
        var state = snapshot.getJsonObject("state");
        var token = token(snapshot, "token");
        var edits = newestFirst(state.getJsonArray("edits"));
        return new FoldedScreen(
                token,
                snapshot.getDouble("at"),
                state.getJsonArray("status"),
                state.getJsonArray("goals"),
                state.getJsonObject("totals"),
                withMinutes(new TreeMap<>(), state.getJsonArray("minutes"), snapshot.getDouble("at")),
                edits,
                editsFrom(edits, snapshot),
                newestFirst(state.getJsonArray("people")));
    }

    Fit fit(JsonObject frame) {
        var from = token(frame, "from");
        var to = token(frame, "token");
        if (!from.epoch().equals(token.epoch()) || from.seq() > token.seq()) {
            return Fit.GAP;
        }
        if (!isBefore(to)) {
            return Fit.OLD;
        }
        return objects(frame.getJsonArray("entries")).stream()
                        .allMatch(entry -> KINDS.contains(entry.getString("kind")) || entry.getBoolean("skip", false))
                ? Fit.APPLIED
                : Fit.UNKNOWN;
    }

    boolean isBefore(FeedToken other) {
        return !other.epoch().equals(token.epoch()) || other.seq() > token.seq();
    }

    /** After a frame that fits. */
    FoldedScreen after(JsonObject frame) {
        var lists = new Lists(edits, editsFrom, people, frame.getString("feed").endsWith("/public"));
        for (var entry : objects(frame.getJsonArray("entries"))) {
            if (entry.getLong("seq") > token.seq()) {
                lists.apply(entry);
            }
        }
        var whole = frame.getJsonArray("edits");
        var edits = whole == null ? lists.edits : newestFirst(whole);
        return new FoldedScreen(
                token(frame, "token"),
                frame.getDouble("at"),
                frame.getJsonArray("status", status),
                frame.getJsonArray("goals", goals),
                frame.getJsonObject("totals"),
                withMinutes(
                        whole == null ? minutes : new TreeMap<>(),
                        frame.getJsonArray("minutes"),
                        frame.getDouble("at")),
                edits,
                whole == null ? lists.editsFrom : editsFrom(edits, frame),
                lists.people);
    }

    static FeedToken token(JsonObject frame, String field) {
        return FeedToken.parse(frame.getString(field)).orElseThrow();
    }

    static List<JsonObject> newestFirst(JsonArray oldestFirst) {
        return objects(oldestFirst).stream().sorted(NEWEST_FIRST).toList();
    }

    private static final Comparator<JsonObject> NEWEST_FIRST =
            Comparator.comparing((JsonObject row) -> row.getLong("seq")).reversed();

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static long editsFrom(List<JsonObject> edits, JsonObject frame) {
        if (edits.size() < LISTED && !frame.getBoolean("cut", false)) {
            return 0;
        }
        return edits.isEmpty()
                ? token(frame, "token").seq() + 1
                : edits.get(edits.size() - 1).getLong("seq");
    }

    private static TreeMap<Long, Integer> withMinutes(TreeMap<Long, Integer> before, JsonArray touched, double at) {
        var next = new TreeMap<>(before);
        for (int i = 0; i < touched.size(); i++) {
            next.put(touched.getJsonArray(i).getLong(0), touched.getJsonArray(i).getInteger(1));
        }
        next.entrySet().removeIf(minute -> minute.getValue() == 0 || minute.getKey() <= at - HOUR_SECONDS);
        return next;
    }

    private static final class Lists {
        private final boolean isPublic;
        private List<JsonObject> edits;
        private long editsFrom;
        private List<JsonObject> people;

        Lists(List<JsonObject> edits, long editsFrom, List<JsonObject> people, boolean isPublic) {
            this.edits = edits;
            this.editsFrom = editsFrom;
            this.people = people;
            this.isPublic = isPublic;
        }

        void apply(JsonObject entry) {
            var ref = entry.getString("ref", "");
            switch (entry.getString("kind")) {
                case "joined" -> join(without(entry, "kind"), ref);
                case "left" -> people = without(people, ref);
                case "withdrawn" -> {
                    people = without(people, ref);
                    edits = without(edits, ref);
                }
                case "privacy" ->
                    people = people.stream()
                            .map(one -> one.getString("ref").equals(ref)
                                    ? one.copy().put("private", entry.getBoolean("private"))
                                    : one)
                            .toList();
                case "renamed" -> {
                    people = named(people, ref, entry.getString("name"));
                    edits = named(edits, ref, entry.getString("name"));
                }
                case "contributed" -> line(without(entry, "kind"));
                case "corrected" -> line(without(entry, "kind", "of").put("seq", entry.getLong("of")));
                default -> {
                    // goal, event and recounted come with the frame
                }
            }
        }

        private static List<JsonObject> named(List<JsonObject> rows, String ref, String name) {
            return rows.stream()
                    .map(row -> Objects.equals(row.getString("ref"), ref)
                            ? row.copy().put("name", name)
                            : row)
                    .toList();
        }

        private void join(JsonObject person, String ref) {
            var next = new ArrayList<JsonObject>(List.of(person));
            next.addAll(without(people, ref));
            people = next.subList(0, Math.min(LISTED, next.size()));
        }

        private void line(JsonObject line) {
            var next = new ArrayList<>(filter(edits, row -> !row.getLong("seq").equals(line.getLong("seq"))));
            var shown = (!isPublic || line.getBoolean("counts")) && line.getLong("seq") >= editsFrom;
            if (shown) {
                next.add(line);
                next.sort(NEWEST_FIRST);
            }
            if (shown && next.size() >= LISTED) {
                editsFrom = next.get(LISTED - 1).getLong("seq");
            }
            edits = next.subList(0, Math.min(LISTED, next.size()));
        }

        private static List<JsonObject> without(List<JsonObject> rows, String ref) {
            return filter(rows, row -> !Objects.equals(row.getString("ref"), ref));
        }

        private static List<JsonObject> filter(List<JsonObject> rows, Predicate<JsonObject> kept) {
            return rows.stream().filter(kept).toList();
        }

        private static JsonObject without(JsonObject entry, String... fields) {
            var row = entry.copy();
            for (var field : fields) {
                row.remove(field);
            }
            return row;
        }
    }
}
