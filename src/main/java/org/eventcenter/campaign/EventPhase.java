package org.eventcenter.campaign;

import java.time.Instant;

/** Where an event stands in time. */
public enum EventPhase {
    UPCOMING,
    ONGOING,
    PAST;

    static EventPhase of(Instant startsAt, Instant endsAt, Instant now) {
        if (now.isBefore(startsAt)) {
            return UPCOMING;
        }
        return now.isBefore(endsAt) ? ONGOING : PAST;
    }
}
