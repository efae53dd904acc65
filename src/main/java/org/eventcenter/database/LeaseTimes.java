package org.eventcenter.database;

import java.time.Duration;

/**
 * How long a lease holds without a renewal ({@code life}), how often it is renewed and looked at, and how old the last
 * renewal may be when a write is begun ({@code fresh}), which leaves such a write the rest of the life to end in.
 */
public record LeaseTimes(Duration life, Duration renewEvery, Duration lookEvery, Duration fresh) {
    public static final LeaseTimes USUAL =
            new LeaseTimes(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(2));
}
