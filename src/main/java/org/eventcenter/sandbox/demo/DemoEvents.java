package org.eventcenter.sandbox.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The three events of the demo, as their organizer creates them over the API. */
final class DemoEvents {
    static final String IN_FULL_SWING = "rivers-and-wetlands";
    static final String UPCOMING = "mangroves-and-deltas";
    static final String PAST = "springs-and-sources";

    /** All round the world, so that in one of them it is always an afternoon. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "Africa/Nairobi",
                    "Africa/Dakar",
                    "America/Bogota",
                    "America/Los_Angeles",
                    "Pacific/Auckland",
                    "Asia/Tokyo",
                    "Asia/Kolkata")
            .map(ZoneId::of)
            .toList();

    private static final List<String> WIKIS =
            List.of("enwiki", "frwiki", "arwiki", "swwiki", "jawiki", "hiwiki", "eswiki", "ukwiki", "commonswiki");

    private static final int FULL_SWING_HOUR = 14;

    private final Instant now;
    private final ZoneId zone;

    DemoEvents(Instant now) {
        this.now = now;
        this.zone = zoneWithAfternoon(now);
    }

    private static ZoneId zoneWithAfternoon(Instant now) {
        return ZONES.stream()
                .min(Comparator.comparing(zone -> Math.abs(now.atZone(zone).getHour() - FULL_SWING_HOUR)))
                .orElseThrow();
    }

    /** In the order in which they are created. */
    List<JsonObject> all() {
        return List.of(past(), inFullSwing(), upcoming());
    }

    private JsonObject inFullSwing() {
        return event(IN_FULL_SWING, "Rivers and Wetlands", twoHoursAgo(), Duration.ofHours(6))
                .put(
                        "description",
                        "Writing together about running and standing water, in eight languages. Everybody can take"
                                + " part: one sentence with a source is a good beginning.")
                .put("goals", JsonArray.of(goal("articles", 160), goal("created", 50), goal("edits", 600)));
    }

    /** At a quarter of an hour, as events begin. */
    private Instant twoHoursAgo() {
        long quarter = Duration.ofMinutes(15).toSeconds();
        long time = now.minus(Duration.ofHours(2)).getEpochSecond();
        return Instant.ofEpochSecond(time / quarter * quarter);
    }

    private JsonObject upcoming() {
        return event(UPCOMING, "Mangroves and Deltas", noonIn(3), Duration.ofHours(5))
                .put("description", "Where rivers meet the sea. Bring a photo, leave with an article.")
                .put("capacity", 40)
                .put("goals", JsonArray.of(goal("articles", 60)));
    }

    /** Just over, so that the stream's replay still tells what came of it. */
    private JsonObject past() {
        return event(PAST, "Springs and Sources", twoHoursAgo(), Duration.ofMinutes(90))
                .put("description", "An hour and a half about the places where rivers begin.")
                .put("goals", JsonArray.of(goal("articles", 60)));
    }

    private Instant noonIn(int days) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.NOON)
                .atZone(zone)
                .toInstant();
    }

    private JsonObject event(String slug, String name, Instant start, Duration length) {
        return new JsonObject()
                .put("slug", slug)
                .put("name", name)
                .put("status", "published")
                .put("startsAt", start.toString())
                .put("endsAt", start.plus(length).toString())
                .put("timeZone", zone.getId())
                .put("wikis", new JsonArray(WIKIS))
                .put("namespaces", new JsonArray(List.of(0, 6)));
    }

    private static JsonObject goal(String metric, int target) {
        return new JsonObject().put("metric", metric).put("target", target);
    }
}
