package org.eventcenter.registration;

import java.time.Instant;

/**
 * A person in an event.
 *
 * @param code for the door: 8 letters and digits without look-alikes
 * @param counted how many of the person's edits count
 * @param changedSeq the organizers' number that last touched the person
 */
public record Registration(
        long registrationId,
        long eventId,
        long accountId,
        String code,
        RegistrationStatus status,
        boolean isPrivate,
        boolean namePublic,
        Instant joinedAt,
        int counted,
        long changedSeq) {

    public boolean isIn() {
        return status == RegistrationStatus.ACCEPTED;
    }
}
