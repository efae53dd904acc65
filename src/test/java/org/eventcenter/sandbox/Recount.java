package org.eventcenter.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.eventcenter.sandbox.people.Person;

/** What an event ought to count, found out from the wiki's own stream by nothing but a loop. */
final class Recount {
    private static final String MARKER = "End of the Past";

    private final JsonObject event;
    private final List<JsonObject> changes;
    private final Set<String> reverted;

    /** Reads all that the wiki has told until now; the event is as the API describes it. */
    Recount(SimulatedWiki wiki, JsonObject event) throws Exception {
        this.event = event;
        var last = Edit.by("Last Of All", "dewiki", MARKER, 1).tagged(List.of("last"));
        wiki.act(wikis -> wikis.save(last)).await(5, SECONDS);
        changes = read(wiki, "mediawiki.page_change.v1");
        reverted = read(wiki, "mediawiki.revision-tags-change").stream()
                .filter(change -> change.getJsonArray("tags").contains("mw-reverted"))
                .map(change -> change.getString("database") + change.getLong("rev_id"))
                .collect(Collectors.toSet());
    }

    private static List<JsonObject> read(SimulatedWiki wiki, String stream) throws Exception {
        var since = Instant.now().minus(Duration.ofHours(3)).toEpochMilli();
        var told = new ArrayList<JsonObject>();
        try (var reading = RawStream.open(wiki, stream + "?since=" + since)) {
            var change = reading.told().data();
            while (!change.encode().contains(MARKER.replace(' ', '_'))) {
                told.add(change);
                change = reading.told().data();
            }
        }
        return told;
    }

    /** Edits of these people in the event that nobody has reverted. */
    int edits(List<Person> people) {
        var names = people.stream().map(Person::name).collect(Collectors.toSet());
        var wikis = event.getJsonArray("wikis").stream()
                .map(entry -> ((JsonObject) entry).getString("wiki"))
                .collect(Collectors.toSet());
        var start = Instant.parse(event.getString("startsAt"));
        return (int) changes.stream()
                .filter(change -> wikis.contains(change.getString("wiki_id")))
                .filter(change ->
                        names.contains(change.getJsonObject("performer").getString("user_text")))
                .filter(change ->
                        Set.of(0, 6).contains(change.getJsonObject("page").getInteger("namespace_id")))
                .filter(change -> !Instant.parse(change.getString("dt")).isBefore(start))
                .filter(change -> !reverted.contains(revision(change)))
                .filter(change -> !isNewRedirect(change) && !changesNothing(change))
                .count();
    }

    private static boolean isNewRedirect(JsonObject change) {
        return change.getString("page_change_kind").equals("create")
                && change.getJsonObject("page").getBoolean("is_redirect");
    }

    /** A file that is uploaded anew looks so, and counts. */
    private static boolean changesNothing(JsonObject change) {
        var before = change.getJsonObject("prior_state");
        return before != null
                && change.getJsonObject("page").getInteger("namespace_id") != 6
                && before.getJsonObject("revision")
                        .getString("rev_sha1")
                        .equals(change.getJsonObject("revision").getString("rev_sha1"));
    }

    private static String revision(JsonObject change) {
        return change.getString("wiki_id") + change.getJsonObject("revision").getLong("rev_id");
    }
}
