package org.eventcenter.stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Events of the streams in the shapes of 2026, about invented people and pages. Each call gives a new object to bend. */
final class SampleEvents {
    static final Instant SAVED = Instant.parse("2026-09-08T10:24:19Z");
    static final Instant TAKEN = Instant.parse("2026-09-08T10:24:20.990Z");
    static final long ADA = 71_234_567;

    private SampleEvents() {}

    static JsonObject edit() {
        return pageChange("edit")
                .put(
                        "prior_state",
                        new JsonObject().put("revision", revision(2_350_000_010L, 10_000, person("Someone else", 5))));
    }

    static JsonObject create() {
        var event = pageChange("create");
        event.getJsonObject("revision").put("rev_parent_id", 0);
        return event;
    }

    static JsonObject move() {
        var event = edit().put("page_change_kind", "move");
        event.getJsonObject("prior_state").put("page", new JsonObject().put("page_title", "Draft:Stone_bridge"));
        event.getJsonObject("revision").put("rev_size", 10_000);
        return event;
    }

    static JsonObject pageChange(String kind) {
        return new JsonObject()
                .put("$schema", "/mediawiki/page/change/1.11.0")
                .put("changelog_kind", "update")
                .put("page_change_kind", kind)
                .put("dt", SAVED.toString())
                .put("wiki_id", "frwiki")
                .put("meta", meta("fr.wikipedia.org", "eqiad", Streams.PAGE_CHANGE))
                .put(
                        "page",
                        new JsonObject()
                                .put("page_id", 77_777_155)
                                .put("page_title", "Talk:Stone_bridge")
                                .put("namespace_id", 1)
                                .put("is_redirect", false))
                .put("performer", person("Ada Example", ADA))
                .put("revision", revision(2_350_000_011L, 10_972, person("Ada Example", ADA)));
    }

    private static JsonObject revision(long id, int size, JsonObject editor) {
        return new JsonObject()
                .put("rev_id", id)
                .put("rev_parent_id", id - 1)
                .put("rev_dt", SAVED.toString())
                .put("rev_size", size)
                .put("comment", "/* top */ a \"user_text\": of [[things|ünd]] 🌉 {}")
                .put("editor", editor);
    }

    static JsonObject person(String name, long centralId) {
        return new JsonObject()
                .put("user_text", name)
                .put("user_id", 48_379_723)
                .put("groups", new JsonArray().add("*").add("user"))
                .put("is_bot", false)
                .put("user_central_id", centralId);
    }

    static JsonObject recentChange(String type) {
        return new JsonObject()
                .put("$schema", "/mediawiki/recentchange/1.0.0")
                .put("meta", meta("fr.wikipedia.org", "codfw", Streams.RECENTCHANGE))
                .put("id", 3_213_449_330L)
                .put("type", type)
                .put("namespace", 6)
                .put("title", "File:Stone bridge.jpg")
                .put("comment", "a comment")
                .put("timestamp", SAVED.getEpochSecond())
                .put("user", "Ada Example")
                .put("bot", false)
                .put("length", new JsonObject().put("old", 5_080).put("new", 5_121))
                .put("revision", new JsonObject().put("old", 1_041).put("new", 2_350_000_011L))
                .put("wiki", "commonswiki");
    }

    static JsonObject tagsChange(JsonArray before, JsonArray after) {
        return new JsonObject()
                .put("$schema", "/mediawiki/revision/tags-change/1.0.0")
                .put("database", "frwiki")
                .put("rev_id", 2_350_000_011L)
                .put("page_id", 77_777_155)
                .put("tags", after)
                .put("prior_state", new JsonObject().put("tags", before))
                .put("meta", meta("fr.wikipedia.org", "eqiad", Streams.TAGS_CHANGE));
    }

    /** As the service makes it: the example of the stream's schema under a domain of its own. */
    static JsonObject canary(String stream) {
        return new JsonObject().put("meta", meta("canary", "codfw", stream)).put("wiki_id", "example");
    }

    static JsonObject meta(String domain, String centre, String stream) {
        return new JsonObject()
                .put("id", "80a958b0-0000-4000-8000-000000000000")
                .put("dt", TAKEN.toString())
                .put("domain", domain)
                .put("stream", stream)
                .put("topic", centre + "." + stream)
                .put("partition", 0)
                .put("offset", 6_110_858_454L)
                .put("key", new JsonObject().put("type", "Buffer").put("data", new JsonArray().add(123)));
    }
}
