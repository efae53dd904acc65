package org.eventcenter.registration;

import java.util.Optional;

/** The answer to a {@link JoinRequest}: the place is there exactly when somebody is in. */
public record JoinAnswer(JoinOutcome outcome, Optional<Place> place) {

    /** Where somebody is in; nobody but the person and the organizers may see the code, which is for the door. */
    public record Place(long registrationId, String code, boolean isPrivate, boolean namePublic) {}
}
