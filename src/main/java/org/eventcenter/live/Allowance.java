package org.eventcenter.live;

/** How many frames a socket may still send: some at once, then one a second. */
final class Allowance {
    private static final int AT_ONCE = 20;
    private static final double A_NANOSECOND = 1e-9;

    private double left = AT_ONCE;
    private long at = System.nanoTime();

    /** False when there was one too many. */
    boolean takeOne() {
        var now = System.nanoTime();
        left = Math.min(AT_ONCE, left + (now - at) * A_NANOSECOND) - 1;
        at = now;
        return left >= 0;
    }
}
