package org.eventcenter.live;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedToken;
import org.eventcenter.stream.SourceState;

/**
 * What this node last knew of the database, for the pings of all its sockets. Immutable; read by any thread.
 *
 * @param heads of the feeds that somebody watches here
 * @param source how the source of edits stands; empty while the database was never read
 * @param at the database's time, in seconds since 1970, at {@code atNanos} of our monotonic clock
 * @param madeNanos when, by the same clock, these heads were read
 * @param staleSince since when they could not be read, in seconds since 1970; empty when they can
 * @param nanoTime our monotonic clock
 */
record Pulse(
        Map<Feed, FeedToken> heads,
        Optional<SourceState> source,
        double at,
        long atNanos,
        long madeNanos,
        Optional<Double> staleSince,
        LongSupplier nanoTime) {
    private static final double NANOS = 1e9;

    double now() {
        return timeAt(nanoTime.getAsLong());
    }

    /** The same, now that the database has not been read for too long. */
    Pulse stale() {
        return new Pulse(heads, source, at, atNanos, madeNanos, Optional.of(timeAt(madeNanos)), nanoTime);
    }

    /** What every socket is sent at once when it changes. */
    Standing standing() {
        return new Standing(staleSince.isPresent(), source.map(SourceState::kind));
    }

    /** Whether what is shown is old, and whether new edits arrive. */
    record Standing(boolean stale, Optional<SourceState.Kind> source) {}

    private double timeAt(long nanos) {
        return at + (nanos - atNanos) / NANOS;
    }
}
