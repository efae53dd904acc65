package org.eventcenter.registration;

import java.util.Locale;

/** What became of a wish to join. The words are those of the SQL function. */
public enum JoinOutcome {
    /** In by this request, now or when it was made the first time. */
    JOINED,
    /** In before; public or private as it was, which may not be what was asked now. */
    ALREADY,
    FULL,
    NOT_YET_OPEN,
    /** Joining has ended, the event has not. */
    CLOSED,
    ENDED,
    /** The event does not take place. */
    CANCELLED,
    /** An organizer has removed this person. */
    REMOVED,
    /** Not in, by a wish that was made after this one. */
    SUPERSEDED,
    /** No code was free: the same request may be made again. */
    AGAIN;

    public boolean isIn() {
        return this == JOINED || this == ALREADY;
    }

    static JoinOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
