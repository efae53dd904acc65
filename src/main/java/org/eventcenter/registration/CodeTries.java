package org.eventcenter.registration;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps people from finding codes by trying: 20 wrong ones a second, whoever sends them, since sessions and addresses are
 * free. Beyond that each try waits its turn, and when the line is long it is refused. A right one gives its place back.
 * Safe for several threads; each node counts for itself.
 */
final class CodeTries {
    private static final long A_SECOND = 20;
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
    private static final long AT_ONCE_NANOS = STEP_NANOS * A_SECOND;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LongSupplier nanoTime;
    /** When the tries so far are worked off. */
    private long workedOff;

    CodeTries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.workedOff = nanoTime.getAsLong();
    }

    /** How many milliseconds this try has to wait; empty: it may not be made. */
    synchronized OptionalLong enter() {
        long now = nanoTime.getAsLong();
        long from = Math.max(workedOff, now);
        long wait = Math.max(0, from + STEP_NANOS - now - AT_ONCE_NANOS);
        if (wait > LONGEST_WAIT_NANOS) {
            return OptionalLong.empty();
        }
        workedOff = from + STEP_NANOS;
        return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(wait));
    }

    synchronized void wasRight() {
        workedOff -= STEP_NANOS;
    }
}
