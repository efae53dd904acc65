package org.eventcenter.live;

import java.util.function.LongSupplier;

/** How many frames a socket may still send: some at once, then one a second. */
final class Allowance {
    private static final int AT_ONCE = 20;
    private static final double A_NANOSECOND = 1e-9;

    private final LongSupplier nanoTime;
    private double left = AT_ONCE;
    private long at;

    Allowance(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.at = nanoTime.getAsLong();
    }

    /** False when there was one too many. */
    boolean takeOne() {
        var now = nanoTime.getAsLong();
        left = Math.min(AT_ONCE, left + (now - at) * A_NANOSECOND) - 1;
        at = now;
        return left >= 0;
    }
}
