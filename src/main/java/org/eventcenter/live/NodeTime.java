package org.eventcenter.live;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of this node: one for the whole live channel, so that a test can own it. For any thread.
 *
 * @param nanoTime a monotonic clock, in nanoseconds from an origin of its own
 * @param wall serves only until the database has said its time
 */
record NodeTime(LongSupplier nanoTime, InstantSource wall) {
    static final NodeTime SYSTEM = new NodeTime(System::nanoTime, InstantSource.system());

    long nanos() {
        return nanoTime.getAsLong();
    }
}
