package org.eventcenter.sandbox.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The three events of the demo, as their organizer creates them over the API. */
final class DemoEvents {
    static final String IN_FULL_SWING = "rivers-and-wetlands";
    static final String UPCOMING = "mangroves-and-deltas";
    static final String PAST = "springs-and-sources";

    private static final ZoneId ZONE = ZoneId.of("Africa/Nairobi");
    private static final List<String> WIKIS =
            List.of("enwiki", "frwiki", "arwiki", "swwiki", "jawiki", "hiwiki", "eswiki", "ukwiki", "commonswiki");

    private final Instant now;

    DemoEvents(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
    }

    /** In the order in which they are created. */
    List<JsonObject> all() {
        return List.of(past(), inFullSwing(), upcoming());
    }

    private JsonObject inFullSwing() {
        return event(IN_FULL_SWING, "Rivers and Wetlands", now.minus(Duration.ofHours(2)), Duration.ofHours(6))
                .put(
                        "description",
                        "Writing together about running and standing water, in eight languages. Everybody can take"
                                + " part: one sentence with a source is a good beginning.")
                .put("goals", goals(Map.of("articles", 180, "created", 60, "edits", 700)));
    }

    private JsonObject upcoming() {
        var start = now.plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        return event(UPCOMING, "Mangroves and Deltas", start, Duration.ofHours(5))
                .put("description", "Where rivers meet the sea. Bring a photo, leave with an article.")
                .put("capacity", 40)
                .put("goals", goals(Map.of("articles", 60)));
    }

    private JsonObject past() {
        var start = now.minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.HOURS);
        return event(PAST, "Springs and Sources", start, Duration.ofHours(8))
                .put("description", "An afternoon about the places where rivers begin.");
    }

    private static JsonObject event(String slug, String name, Instant start, Duration length) {
        return new JsonObject()
                .put("slug", slug)
                .put("name", name)
                .put("status", "published")
                .put("startsAt", start.toString())
                .put("endsAt", start.plus(length).toString())
                .put("timeZone", ZONE.getId())
                .put("wikis", new JsonArray(WIKIS))
                .put("namespaces", new JsonArray(List.of(0, 6)));
    }

    private static JsonArray goals(Map<String, Integer> targets) {
        var goals = new JsonArray();
        targets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(goal ->
                        goals.add(new JsonObject().put("metric", goal.getKey()).put("target", goal.getValue())));
        return goals;
    }
}
