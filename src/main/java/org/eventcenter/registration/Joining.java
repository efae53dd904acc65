package org.eventcenter.registration;

import java.util.Locale;

/** Whether somebody can join an event now. Computed at each request: it is in no feed, and no count of places is. */
public enum Joining {
    OPEN,
    FULL,
    NOT_YET_OPEN,
    CLOSED,
    ENDED,
    CANCELLED;

    static Joining of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
