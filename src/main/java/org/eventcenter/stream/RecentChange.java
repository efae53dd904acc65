package org.eventcenter.stream;

import java.util.Optional;

/** The shape of {@code mediawiki.recentchange}. It knows accounts by name only, and neither page ids, redirects nor hashes. */
final class RecentChange {
    private RecentChange() {}

    /**
     * Empty for what is no revision: logs, and {@code categorize}, which names an edit's author once more for each
     * category. Empty too where the author's name is taken out.
     */
    static Optional<Change.Revision> read(JsonFields event, TopicTime seen) throws Malformed {
        var kind = kind(event.text("type").orElse(""));
        var name = event.text("user");
        if (kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        var length = event.in("length");
        int namespace = JsonFields.toInt(event.needNumber("namespace"), "namespace");
        boolean first = kind.get() == RevisionKind.CREATE;
        var before = first ? Optional.of(0L) : length.number("old");
        return Optional.of(new Change.Revision(
                seen,
                event.needName("wiki"),
                event.in("revision").needNumber("new"),
                null,
                namespace,
                Titles.readable(event.needText("title"), namespace),
                kind.get(),
                event.flag("bot"),
                JsonFields.difference(length.number("new"), before, "length").orElse(null),
                null,
                null,
                event.needEpochSecond("timestamp"),
                new Editor(null, name.get())));
    }

    private static Optional<RevisionKind> kind(String type) {
        return switch (type) {
            case "edit" -> Optional.of(RevisionKind.EDIT);
            case "new" -> Optional.of(RevisionKind.CREATE);
            default -> Optional.empty();
        };
    }
}
