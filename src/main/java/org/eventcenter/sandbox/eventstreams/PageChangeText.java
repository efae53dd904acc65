package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eventcenter.sandbox.mediawiki.Account;
import org.eventcenter.sandbox.mediawiki.Page;
import org.eventcenter.sandbox.mediawiki.Revision;
import org.eventcenter.sandbox.mediawiki.SimulatedSite;

/** A saved revision as {@code mediawiki.page_change.v1} tells it, in the shape of schema 1.11. */
final class PageChangeText {
    static final String STREAM = "mediawiki.page_change.v1";
    static final String SCHEMA = "/mediawiki/page/change/1.11.0";

    private PageChangeText() {}

    static JsonObject of(Revision revision) {
        var editor = editor(revision.editor(), revision.site());
        var event = new JsonObject()
                .put("changelog_kind", revision.createsPage() ? "insert" : "update")
                .put("page_change_kind", revision.createsPage() ? "create" : "edit")
                .put("dt", EventTexts.seconds(revision.savedAt()))
                .put("wiki_id", revision.site().id())
                .put("page", page(revision.page(), revision.redirect()))
                .put("performer", editor)
                .put("revision", withContent(revision, revision(revision).put("editor", editor)));
        if (revision.parent() != null) {
            event.put("prior_state", new JsonObject().put("revision", prior(revision.parent())));
        }
        return event.put("$schema", SCHEMA)
                .put("meta", EventTexts.meta(STREAM, revision).put("key", key(revision)));
    }

    private static JsonObject page(Page page, boolean redirect) {
        return new JsonObject()
                .put("page_id", page.id())
                .put("page_title", page.dbKey())
                .put("namespace_id", page.namespace())
                .put("is_redirect", redirect)
                .put("namespace_is_content", page.namespace() == 0);
    }

    private static JsonObject editor(Account account, SimulatedSite site) {
        var editor = new JsonObject()
                .put("user_text", account.name())
                .put("groups", EventTexts.groups(account))
                .put("is_bot", account.kind() == Account.Kind.BOT)
                .put("is_system", false)
                .put("is_temp", account.kind() == Account.Kind.TEMPORARY)
                .put("user_id", account.localId(site))
                .put("user_central_id", account.centralId())
                .put("wiki_id", site.id())
                .put("registration_dt", EventTexts.seconds(account.registeredAt()))
                .put("edit_count", account.editCount())
                .put("edit_global_count", account.editCount() + account.editCount() / 3);
        if (account.editCount() > 1) {
            editor.put(
                    "first_edit_dt", EventTexts.seconds(account.registeredAt().plus(Duration.ofMinutes(7))));
        }
        return editor;
    }

    private static JsonObject revision(Revision revision) {
        return new JsonObject()
                .put("rev_id", revision.id())
                .put(
                        "rev_parent_id",
                        revision.parent() == null ? 0 : revision.parent().id())
                .put("rev_dt", EventTexts.seconds(revision.savedAt()))
                .put("is_minor_edit", revision.minor())
                .put("rev_sha1", EventTexts.sha1(revision))
                .put("rev_size", revision.size())
                .put("comment", revision.comment())
                .put("is_content_visible", true)
                .put("is_editor_visible", true)
                .put("is_comment_visible", true);
    }

    private static JsonObject withContent(Revision revision, JsonObject json) {
        var main = new JsonObject()
                .put("slot_role", "main")
                .put("content_model", "wikitext")
                .put("content_sha1", EventTexts.sha1(revision))
                .put("content_size", revision.size())
                .put("content_format", "text/x-wiki")
                .put("origin_rev_id", revision.id());
        json.put("content_slots", new JsonObject().put("main", main));
        if (revision.reverts() != null) {
            json.put("revert", revert(revision.reverts()));
        }
        return json;
    }

    private static JsonObject revert(Revision reverted) {
        return new JsonObject()
                .put("method", "rollback")
                .put("is_exact", true)
                .put(
                        "rev_original_id",
                        reverted.parent() == null ? 0 : reverted.parent().id())
                .put("rev_reverted_oldest_id", reverted.id())
                .put("rev_reverted_newest_id", reverted.id());
    }

    private static JsonObject prior(Revision parent) {
        return revision(parent).put("editor", editor(parent.editor(), parent.site()));
    }

    /** The Kafka key of a page, in the form that Node gives to bytes. */
    private static JsonObject key(Revision revision) {
        var text = new JsonObject()
                .put("wiki_id", revision.site().id())
                .put("page_id", revision.page().id())
                .encode();
        var bytes = new JsonArray();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.add((int) b);
        }
        return new JsonObject().put("type", "Buffer").put("data", bytes);
    }
}
