package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.eventcenter.sandbox.mediawiki.Account;
import org.eventcenter.sandbox.mediawiki.Revision;

/** A saved revision as {@code mediawiki.recentchange} tells it, and the rows that look like edits and are none. */
final class RecentChangeText {
    static final String STREAM = "mediawiki.recentchange";
    static final String SCHEMA = "/mediawiki/recentchange/1.0.1";

    private RecentChangeText() {}

    static JsonObject edit(Revision revision) {
        var length = new JsonObject();
        var ids = new JsonObject();
        if (revision.parent() != null) {
            length.put("old", revision.parent().size());
            ids.put("old", revision.parent().id());
        }
        return row(revision, revision.createsPage() ? "new" : "edit", 2 * revision.id())
                .put("namespace", revision.page().namespace())
                .put("title", revision.page().title())
                .put("comment", revision.comment())
                .put("minor", revision.minor())
                .put("patrolled", false)
                .put("length", length.put("new", revision.size()))
                .put("revision", ids.put("new", revision.id()));
    }

    /** The page was put into a category: the editor's name again, under another title. */
    static JsonObject categorize(Revision revision, String category) {
        return row(revision, "categorize", 2 * revision.id() + 1)
                .put("namespace", 14)
                .put("title", "Category:" + category)
                .put("comment", "[[:" + revision.page().title() + "]] added to category");
    }

    /** A log row whose parameters are a list, as those of many log types. */
    static JsonObject thanked(Revision revision) {
        return row(revision, "log", 2 * revision.id() + 1)
                .put("namespace", revision.page().namespace())
                .put("title", revision.page().title())
                .put("comment", "")
                .put("log_id", revision.id() / 3)
                .put("log_type", "thanks")
                .put("log_action", "thank")
                .put("log_params", new JsonArray())
                .put("log_action_comment", "");
    }

    private static JsonObject row(Revision revision, String type, long id) {
        var meta = EventTexts.meta(STREAM, revision).put("id", EventTexts.uuid(STREAM + type + id));
        return new JsonObject()
                .put("$schema", SCHEMA)
                .put("meta", meta)
                .put("id", id)
                .put("type", type)
                .put("timestamp", revision.savedAt().getEpochSecond())
                .put("user", revision.editor().name())
                .put("bot", revision.editor().kind() == Account.Kind.BOT)
                .put("parsedcomment", "")
                .put("server_url", "https://" + revision.site().domain())
                .put("server_name", revision.site().domain())
                .put("server_script_path", "/w")
                .put("wiki", revision.site().id());
    }
}
