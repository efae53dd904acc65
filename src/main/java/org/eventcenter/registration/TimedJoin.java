package org.eventcenter.registration;

import java.time.Instant;

/** A request to join, and when it was made in the database's time: the same however often the call is made again. */
record TimedJoin(JoinRequest request, Instant wishedAt) {}
