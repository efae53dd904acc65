package org.eventcenter.registration;

import java.util.Optional;
import java.util.UUID;

/**
 * How somebody wants to be in an event. What is left open stays as it is for who is in, and as it was for who
 * comes back; who joins for the first time is public then. The name is on screens only for who says so.
 *
 * @param requestId one for each act of the person, see {@link JoinRequest}
 * @param isPrivate seen by organizers only
 * @param namePublic consent to the name on screens; counts only for who is public
 */
public record JoinWish(UUID requestId, long accountId, Optional<Boolean> isPrivate, Optional<Boolean> namePublic) {

    /** The place that it asks for if the person is not in. */
    JoinRequest request() {
        boolean named = namePublic.orElse(false) && !isPrivate.orElse(false);
        return new JoinRequest(requestId, accountId, isPrivate.orElse(null), named, false);
    }

    boolean isPrivate(JoinAnswer.Place place) {
        return isPrivate.orElse(place.isPrivate());
    }

    /** A consent from before the person was private is not taken up again unasked. */
    boolean namePublic(JoinAnswer.Place place) {
        return !isPrivate(place) && namePublic.orElse(place.namePublic() && !place.isPrivate());
    }
}
