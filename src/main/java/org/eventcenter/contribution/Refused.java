package org.eventcenter.contribution;

import org.eventcenter.stream.Change;
import org.eventcenter.stream.Quarantine;
import org.jspecify.annotations.Nullable;

/** What is kept of a change that the database refused. */
final class Refused {
    private Refused() {}

    static Quarantine.Item item(@Nullable Long eventId, Change change, Throwable failure) {
        return new Quarantine.Item(
                change.seen().topic(),
                eventId,
                Trouble.sqlState(failure),
                String.valueOf(failure.getMessage()),
                change.toString());
    }
}
