package org.eventcenter.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be in an event.
 *
 * @param requestId one for each act of a person: the same again returns the same answer and never joins anew
 * @param isPrivate seen by organizers only; null: as the person was before, public for who was never in
 * @param namePublic consent to the name on screens; counts only for who is public
 * @param byOrganizer added by an organizer: also before the opening, after the end, and after a removal
 */
public record JoinRequest(
        UUID requestId, long accountId, @Nullable Boolean isPrivate, boolean namePublic, boolean byOrganizer) {}
