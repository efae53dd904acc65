package org.eventcenter.contribution;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Events of the stream about revisions of an invented wiki, in the present shape. */
final class WikiHistory {
    private WikiHistory() {}

    static JsonObject edit(String wiki, long revId, long centralId, String name, Instant savedAt, Instant takenAt) {
        var editor =
                new JsonObject().put("user_text", name).put("is_bot", false).put("user_central_id", centralId);
        return new JsonObject()
                .put("page_change_kind", "edit")
                .put("wiki_id", wiki)
                .put("dt", savedAt.toString())
                .put("meta", meta("eqiad.mediawiki.page_change.v1", takenAt))
                .put("page", page(revId % 7, "Bridge_" + revId % 7))
                .put("performer", editor)
                .put("revision", revision(revId, savedAt, 1_000 + revId % 50).put("editor", editor))
                .put("prior_state", new JsonObject().put("revision", revision(revId - 1, savedAt, 1_000)));
    }

    static JsonObject recentEdit(String wiki, long revId, String name, Instant savedAt, Instant takenAt) {
        return new JsonObject()
                .put("type", "edit")
                .put("wiki", wiki)
                .put("namespace", 0)
                .put("title", "Bridge " + revId % 2)
                .put("user", name)
                .put("bot", false)
                .put("timestamp", savedAt.getEpochSecond())
                .put("revision", new JsonObject().put("old", revId - 1).put("new", revId))
                .put("length", new JsonObject().put("old", 10).put("new", 15))
                .put("meta", meta("codfw.mediawiki.recentchange", takenAt));
    }

    static JsonObject tags(String wiki, long revId, boolean reverted, Instant takenAt) {
        var with = new JsonArray().add("visualeditor").add("mw-reverted");
        var without = new JsonArray().add("visualeditor");
        return new JsonObject()
                .put("database", wiki)
                .put("rev_id", revId)
                .put("tags", reverted ? with : without)
                .put("prior_state", new JsonObject().put("tags", reverted ? without : with))
                .put("meta", meta("eqiad.mediawiki.revision-tags-change", takenAt));
    }

    static JsonObject canary(String topic, Instant takenAt) {
        return new JsonObject().put("meta", meta(topic, takenAt).put("domain", "canary"));
    }

    static JsonObject fromOtherDataCentre(JsonObject event) {
        var meta = event.getJsonObject("meta");
        meta.put("topic", meta.getString("topic").replace("eqiad", "codfw"));
        return event;
    }

    private static JsonObject page(long id, String title) {
        return new JsonObject().put("page_id", id).put("page_title", title).put("namespace_id", 0);
    }

    private static JsonObject revision(long id, Instant savedAt, long size) {
        return new JsonObject()
                .put("rev_id", id)
                .put("rev_parent_id", id - 1)
                .put("rev_dt", savedAt.toString())
                .put("rev_size", size);
    }

    private static JsonObject meta(String topic, Instant takenAt) {
        return new JsonObject()
                .put("domain", "fr.wikipedia.org")
                .put("dt", takenAt.toString())
                .put("topic", topic)
                .put("stream", topic.substring(topic.indexOf('.') + 1));
    }
}
