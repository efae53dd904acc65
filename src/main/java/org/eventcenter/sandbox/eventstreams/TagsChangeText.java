package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eventcenter.sandbox.mediawiki.Account;
import org.eventcenter.sandbox.mediawiki.Revision;

/** Change tags that were added or taken away, as {@code mediawiki.revision-tags-change} tells it. */
final class TagsChangeText {
    static final String STREAM = "mediawiki.revision-tags-change";
    static final String SCHEMA = "/mediawiki/revision/tags-change/1.0.0";

    private TagsChangeText() {}

    static JsonObject of(Revision revision, List<String> before, List<String> after) {
        var event = new JsonObject()
                .put("$schema", SCHEMA)
                .put("database", revision.site().id())
                .put("page_id", revision.page().id())
                .put("page_title", revision.page().dbKey())
                .put("page_namespace", revision.page().namespace())
                .put("page_is_redirect", false)
                .put("rev_id", revision.id())
                .put("rev_timestamp", EventTexts.seconds(revision.savedAt()))
                .put("rev_len", revision.size())
                .put("tags", new JsonArray(after))
                .put("prior_state", new JsonObject().put("tags", new JsonArray(before)));
        if (before.isEmpty()) {
            event.put("performer", performer(revision.editor(), revision));
        }
        var meta = EventTexts.meta(STREAM, revision);
        return event.put(
                "meta", meta.put("id", EventTexts.uuid(STREAM + revision.site().id() + revision.id() + after)));
    }

    private static JsonObject performer(Account account, Revision revision) {
        return new JsonObject()
                .put("user_text", account.name())
                .put("user_id", account.localId(revision.site()))
                .put("user_groups", EventTexts.groups(account))
                .put("user_is_bot", account.kind() == Account.Kind.BOT)
                .put("user_registration_dt", EventTexts.seconds(account.registeredAt()))
                .put("user_edit_count", account.editCount());
    }
}
