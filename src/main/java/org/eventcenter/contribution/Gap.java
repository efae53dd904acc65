package org.eventcenter.contribution;

import java.time.Instant;
import java.util.List;
import org.eventcenter.stream.Change;

/**
 * Changes of an event that were read and are given up.
 *
 * @param from the earliest of their times in the stream
 * @param to the latest
 */
record Gap(long eventId, Instant from, Instant to, int changes) {
    /** {@code changes}: at least one. */
    static Gap of(long eventId, List<Change> changes) {
        var times = changes.stream().map(change -> change.seen().at()).sorted().toList();
        return new Gap(eventId, times.get(0), times.get(times.size() - 1), times.size());
    }
}
