package org.eventcenter.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a screen knows: it begins with a snapshot and folds frames into it, as the page's script does. */
final class Screen {
    final String epoch;
    final boolean isPublic;
    long seq;
    JsonObject totals;
    JsonArray goals;
    JsonArray status;
    final Map<Long, Long> minutes = new TreeMap<>();
    final TreeMap<Long, JsonObject> edits = new TreeMap<>();
    final Map<String, JsonObject> people = new HashMap<>();

    Screen(JsonObject snapshot, boolean isPublic) {
        var state = snapshot.getJsonObject("state");
        this.isPublic = isPublic;
        this.epoch = snapshot.getString("epoch");
        this.seq = snapshot.getLong("seq");
        this.totals = state.getJsonObject("totals");
        this.goals = state.getJsonArray("goals");
        this.status = state.getJsonArray("status");
        putMinutes(state.getJsonArray("minutes"));
        putEdits(state.getJsonArray("edits"));
        objects(state.getJsonArray("people")).forEach(person -> people.put(person.getString("ref"), person));
    }

    void fold(JsonObject frame) {
        objects(frame.getJsonArray("entries")).forEach(this::foldEntry);
        if (frame.containsKey("edits")) {
            edits.clear();
            putEdits(frame.getJsonArray("edits"));
        }
        if (frame.getBoolean("whole")) {
            minutes.clear();
        }
        putMinutes(frame.getJsonArray("minutes"));
        totals = frame.getJsonObject("totals");
        goals = frame.getJsonArray("goals");
        status = frame.getJsonArray("status");
        seq = frame.getLong("seq");
    }

    private void foldEntry(JsonObject entry) {
        switch (entry.getString("kind")) {
            case "joined" -> people.put(entry.getString("ref"), line(entry));
            case "privacy" -> foldPrivacy(entry);
            case "renamed" -> rename(entry.getString("ref"), entry.getString("name"));
            case "left", "withdrawn" -> forget(entry.getString("ref"));
            case "contributed", "corrected" -> foldEdit(entry);
            default -> {} // goal, event, recounted: what they change is in every frame
        }
    }

    private void foldPrivacy(JsonObject entry) {
        people.computeIfPresent(
                entry.getString("ref"), (ref, person) -> person.put("private", entry.getBoolean("private")));
    }

    private void rename(String ref, String name) {
        people.computeIfPresent(ref, (same, person) -> person.put("name", name));
        edits.values().stream()
                .filter(line -> Objects.equals(line.getString("ref"), ref))
                .forEach(line -> line.put("name", name));
    }

    private void forget(String ref) {
        people.remove(ref);
        if (isPublic) {
            edits.values().removeIf(line -> Objects.equals(line.getString("ref"), ref));
        }
    }

    private void foldEdit(JsonObject entry) {
        long at = entry.getLong("of", entry.getLong("seq"));
        if (isPublic && !entry.getBoolean("counts")) {
            edits.remove(at);
        } else {
            edits.put(at, line(entry).put("seq", at));
        }
    }

    /** As it stands in a snapshot. */
    private static JsonObject line(JsonObject entry) {
        var line = entry.copy();
        line.remove("kind");
        line.remove("of");
        return line;
    }

    private void putMinutes(JsonArray values) {
        for (int i = 0; i < values.size(); i++) {
            var minute = values.getJsonArray(i);
            minutes.put(minute.getLong(0), minute.getLong(1));
        }
    }

    private void putEdits(JsonArray lines) {
        objects(lines).forEach(line -> edits.put(line.getLong("seq"), line));
    }

    static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
