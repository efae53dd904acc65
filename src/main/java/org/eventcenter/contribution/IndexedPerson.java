package org.eventcenter.contribution;

import org.jspecify.annotations.Nullable;

/** Somebody who is or was in an event. The central id is null while the account is known by name alone. */
record IndexedPerson(long accountId, @Nullable Long centralId, String canonicalName) {}
