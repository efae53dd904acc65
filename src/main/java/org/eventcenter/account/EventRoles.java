package org.eventcenter.account;

import io.vertx.core.Future;

/** Who organizes an event; the campaign package knows. */
@FunctionalInterface
public interface EventRoles {
    Future<Boolean> isOrganizer(long accountId, long eventId);
}
