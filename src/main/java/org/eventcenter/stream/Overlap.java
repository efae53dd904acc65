package org.eventcenter.stream;

import java.time.Duration;

/**
 * How far before its position a topic is read again. Where connections end before the overlap has come through, the next
 * one would begin at the same place for ever; so it shrinks, down to nothing, while a connection brings nothing newer, and
 * grows back when one does. Within one log none is needed. For one event loop.
 */
final class Overlap {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Duration usual;
    private Duration now;

    Overlap(Duration usual) {
        this.usual = usual;
        this.now = usual;
    }

    Duration now() {
        return now;
    }

    void connectionEnded(boolean broughtNewer) {
        now = broughtNewer ? grown() : shrunk();
    }

    private Duration grown() {
        var doubled = now.isZero() ? LEAST : now.multipliedBy(2);
        return doubled.compareTo(usual) > 0 ? usual : doubled;
    }

    private Duration shrunk() {
        var quarter = now.dividedBy(4);
        return quarter.compareTo(LEAST) < 0 ? Duration.ZERO : quarter;
    }
}
