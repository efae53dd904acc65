package org.eventcenter.campaign;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event as the API tells it. */
final class EventJson {
    private EventJson() {}

    /** What anybody may know: no capacity, since with it and "full" the private people could be counted. */
    static JsonObject ofPublic(CampaignEvent event, Instant now) {
        return new JsonObject()
                .put("slug", event.slug())
                .put("name", event.name())
                .put("description", event.description())
                .put("status", event.status().word())
                .put("phase", event.phase(now).name().toLowerCase(Locale.ROOT))
                .put("startsAt", event.startsAt().toString())
                .put("endsAt", event.endsAt().toString())
                .put("timeZone", event.timeZone().getId())
                .put("opensAt", text(event.opensAt()))
                .put("closesAt", text(event.closesAt()))
                .put("finalAt", text(event.finalAt()))
                .put("shortCode", event.shortCode());
    }

    /** With what counts. */
    static JsonObject whole(CampaignEvent event, List<EventWiki> wikis, List<Goal> goals, Instant now) {
        return ofPublic(event, now).put("wikis", wikis(wikis)).put("goals", goals(goals));
    }

    /** What organizers see besides. */
    static JsonObject addForOrganizers(JsonObject json, CampaignEvent event) {
        return json.put("test", event.test()).put("capacity", event.capacity());
    }

    private static JsonArray wikis(List<EventWiki> wikis) {
        var json = new JsonArray();
        wikis.forEach(wiki -> json.add(
                new JsonObject().put("wiki", wiki.wiki()).put("namespaces", new JsonArray(wiki.namespaces()))));
        return json;
    }

    private static JsonArray goals(List<Goal> goals) {
        var json = new JsonArray();
        goals.forEach(goal -> json.add(new JsonObject()
                .put("number", goal.number())
                .put("metric", goal.metric().word())
                .put("target", goal.target())));
        return json;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
