package org.eventcenter.stream;

import java.time.Instant;
import java.util.Optional;

/** The shape of {@code mediawiki.page_change.v1}, from schema 1.2 on. Fields that later versions added are optional. */
final class PageChange {
    private PageChange() {}

    /** Empty for what is no revision (delete, undelete, visibility), and for one whose author is hidden. */
    static Optional<Change.Revision> read(JsonFields event, TopicTime seen) throws Malformed {
        var kind = kind(event.needText("page_change_kind"));
        var revision = event.in("revision");
        var author = revision.in("editor");
        var name = author.text("user_text");
        if (kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        var editor = new Editor(author.number("user_central_id").orElse(null), name.get());
        return Optional.of(revision(event, seen, kind.get(), editor));
    }

    private static Change.Revision revision(JsonFields event, TopicTime seen, RevisionKind kind, Editor editor)
            throws Malformed {
        var page = event.in("page");
        var revision = event.in("revision");
        int namespace = JsonFields.toInt(page.needNumber("namespace_id"), "namespace_id");
        return new Change.Revision(
                seen,
                event.needName("wiki_id"),
                revision.needNumber("rev_id"),
                page.number("page_id").orElse(null),
                namespace,
                Titles.readable(page.needText("page_title"), namespace),
                kind,
                revision.in("editor").flag("is_bot") || event.in("performer").flag("is_bot"),
                delta(event, kind).orElse(null),
                page.knownFlag("is_redirect").orElse(null),
                unchanged(event).orElse(null),
                savedAt(event, revision),
                editor);
    }

    private static Optional<RevisionKind> kind(String name) {
        return switch (name) {
            case "edit" -> Optional.of(RevisionKind.EDIT);
            case "create" -> Optional.of(RevisionKind.CREATE);
            case "move" -> Optional.of(RevisionKind.MOVE);
            default -> Optional.empty();
        };
    }

    /** Unknown where the size before is; a revision without a parent (0, not absent) adds its whole size. */
    private static Optional<Integer> delta(JsonFields event, RevisionKind kind) throws Malformed {
        var revision = event.in("revision");
        var size = revision.number("rev_size");
        if (size.isEmpty()) {
            return Optional.empty();
        }
        boolean first =
                kind == RevisionKind.CREATE || revision.number("rev_parent_id").orElse(-1L) == 0;
        var before =
                first ? Optional.of(0L) : event.in("prior_state").in("revision").number("rev_size");
        return before.isEmpty() && kind == RevisionKind.MOVE
                ? Optional.of(0)
                : JsonFields.difference(size, before, "rev_size");
    }

    /** Whether the revision has the size and the hash of the one before; empty where the stream names none of either. */
    private static Optional<Boolean> unchanged(JsonFields event) throws Malformed {
        var now = event.in("revision");
        var before = event.in("prior_state").in("revision");
        var hash = now.text("rev_sha1").filter(known -> !known.isEmpty());
        var hashBefore = before.text("rev_sha1");
        return hash.isEmpty() || hashBefore.isEmpty()
                ? Optional.empty()
                : Optional.of(hash.equals(hashBefore) && now.number("rev_size").equals(before.number("rev_size")));
    }

    private static Instant savedAt(JsonFields event, JsonFields revision) throws Malformed {
        var own = revision.text("rev_dt");
        return own.isPresent() ? JsonFields.time(own.get()) : event.needTime("dt");
    }
}
