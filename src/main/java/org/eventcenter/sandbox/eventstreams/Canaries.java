package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Artificial events that show that a stream is alive: copies of each schema's example, posted to both data centres.
 * So the canary of recentchange has neither type nor wiki, and that of page_change a wiki called example.
 */
public final class Canaries {
    private final EventLog log;

    public Canaries(EventLog log) {
        this.log = log;
    }

    public void send(Instant toldAt) {
        for (var dataCentre : DataCentre.values()) {
            for (var stream : StreamNames.ALL) {
                log.append(stream, dataCentre, toldAt, canary(stream, dataCentre, toldAt));
            }
        }
    }

    private static JsonObject canary(String stream, DataCentre dataCentre, Instant toldAt) {
        var meta = new JsonObject().put("domain", "canary").put("stream", stream);
        return switch (stream) {
            case RecentChangeText.STREAM ->
                new JsonObject().put("$schema", RecentChangeText.SCHEMA).put("meta", meta);
            case PageChangeText.STREAM -> pageChange(identified(meta, dataCentre, toldAt));
            case TagsChangeText.STREAM -> tagsChange(identified(meta, dataCentre, toldAt));
            default ->
                new JsonObject().put("$schema", "/test/event/1.0.0").put("meta", identified(meta, dataCentre, toldAt));
        };
    }

    private static JsonObject identified(JsonObject meta, DataCentre dataCentre, Instant toldAt) {
        return meta.put("id", EventTexts.uuid(meta.getString("stream") + dataCentre + toldAt))
                .put("uri", "https://example.org/wiki/Example")
                .put("request_id", EventTexts.uuid("canary" + toldAt));
    }

    private static JsonObject pageChange(JsonObject meta) {
        var revision = new JsonObject()
                .put("rev_id", 2)
                .put("rev_dt", "2020-06-10T18:57:16Z")
                .put("rev_size", 200)
                .put("editor", new JsonObject().put("user_text", "Example").put("is_bot", false));
        return new JsonObject()
                .put("$schema", PageChangeText.SCHEMA)
                .put("changelog_kind", "insert")
                .put("page_change_kind", "create")
                .put("dt", "2020-06-10T18:57:16Z")
                .put("wiki_id", "example")
                .put(
                        "page",
                        new JsonObject()
                                .put("page_id", 1)
                                .put("page_title", "Example")
                                .put("namespace_id", 0))
                .put("revision", revision)
                .put("meta", meta);
    }

    private static JsonObject tagsChange(JsonObject meta) {
        return new JsonObject()
                .put("$schema", TagsChangeText.SCHEMA)
                .put("database", "example")
                .put("page_id", 1)
                .put("page_title", "Example")
                .put("page_namespace", 0)
                .put("rev_id", 2)
                .put("rev_timestamp", "2020-06-10T18:57:16Z")
                .put("tags", new JsonArray().add("example"))
                .put("prior_state", new JsonObject().put("tags", new JsonArray()))
                .put("meta", meta);
    }
}
