package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eventcenter.sandbox.mediawiki.Account;
import org.eventcenter.sandbox.mediawiki.Revision;

/** What the events of all streams have in common. */
final class EventTexts {
    private static final String SHA1_DIGITS = "phoiac9h4m842xq45sp7s6u21eteeq1";

    private EventTexts() {}

    /** {@code meta} as MediaWiki sends it; the intake adds time and topic. The same happening gets the same id. */
    static JsonObject meta(String stream, Revision revision) {
        var happening = revision.site().id() + revision.id();
        return new JsonObject()
                .put("stream", stream)
                .put(
                        "uri",
                        "https://" + revision.site().domain() + "/wiki/"
                                + encoded(revision.page().dbKey()))
                .put("id", uuid(stream + happening))
                .put("request_id", uuid(happening))
                .put("domain", revision.site().domain());
    }

    static String encoded(String dbKey) {
        return URLEncoder.encode(dbKey, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("%3A", ":");
    }

    /** Looks like a random (version 4) id, and is the same for the same name. */
    static String uuid(String name) {
        var hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID((hash.getMostSignificantBits() & ~0xF000L) | 0x4000L, hash.getLeastSignificantBits())
                .toString();
    }

    /** Whole seconds, as MediaWiki writes its own times. */
    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Not the real hash of any text, but one for each text. */
    static String sha1(Revision revision) {
        var turn = Long.toString(revision.textId(), 36);
        return turn + SHA1_DIGITS.substring(turn.length());
    }

    static JsonArray groups(Account account) {
        return switch (account.kind()) {
            case PERSON -> new JsonArray(List.of("*", "user", "autoconfirmed"));
            case BOT -> new JsonArray(List.of("bot", "*", "user", "autoconfirmed"));
            case TEMPORARY -> new JsonArray(List.of("temp", "*", "user"));
        };
    }
}
