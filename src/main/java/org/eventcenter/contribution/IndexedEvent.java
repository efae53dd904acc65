package org.eventcenter.contribution;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What decides whether a change may be stored for an event; what counts is decided in SQL. */
record IndexedEvent(long eventId, int scopeVersion, Instant startsAt, Instant endsAt, Set<String> wikis) {
    /** So far outside of the window edits are stored too, so that "before" and "after" can be said. */
    private static final Duration MARGIN = Duration.ofHours(1);

    boolean mayStore(String wiki, Instant savedAt) {
        return wikis.contains(wiki)
                && !savedAt.isBefore(startsAt.minus(MARGIN))
                && savedAt.isBefore(endsAt.plus(MARGIN));
    }
}
