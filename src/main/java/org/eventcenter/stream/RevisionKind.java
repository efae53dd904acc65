package org.eventcenter.stream;

import java.util.Locale;

/** How a revision came to be. A move carries a revision of its own, with nothing added. */
public enum RevisionKind {
    EDIT,
    CREATE,
    MOVE;

    /** As in the table of contributions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
