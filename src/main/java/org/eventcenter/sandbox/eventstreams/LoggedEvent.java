package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.buffer.Buffer;

/**
 * An event as the log keeps it.
 *
 * @param millis the time at which the log took it, which is its {@code meta.dt}
 * @param data its JSON text in UTF-8
 */
record LoggedEvent(long offset, long millis, Buffer data) {}
