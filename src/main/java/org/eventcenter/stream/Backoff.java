package org.eventcenter.stream;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next connection: a random part of a span that doubles with each failure ("full jitter"),
 * so that many clients do not come back at once. A connection that brought something newer was no failure: the service
 * ends every one after a while. For one thread.
 */
final class Backoff {
    private final Duration min;
    private final Duration max;
    private final DoubleSupplier random;
    private int failures;

    /** {@code random}: from 0 to 1. */
    Backoff(Duration min, Duration max, DoubleSupplier random) {
        this.min = min;
        this.max = max;
        this.random = random;
    }

    Duration next(boolean broughtNewer) {
        failures = broughtNewer ? 0 : Math.min(failures + 1, 30);
        double span = (double) min.toMillis() * Math.pow(2, Math.max(0, failures - 1));
        return Duration.ofMillis(Math.round(Math.min(span, (double) max.toMillis()) * random.getAsDouble()));
    }
}
