package org.eventcenter.stream;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/*
 * Exact up to: the least, over the topics of edits, of how far each is done. A topic that has sent nothing for a while,
 * on a connection that holds and has sent something, is at its end and complete up to now: the service sends all topics
 * together, and that of the data centre that is not active has nothing but canaries, a few an hour.
 *
 * Late: nothing newer came for a minute, and by what came before something should have. How often that is depends on the
 * wikis (Wikimedia's stream is never quiet for a second, a test wiki may be for an hour), so silence counts as ten times
 * the usual distance between two edits; canaries keep that distance bounded on a stream that nobody edits.
 */

/** Judges how the source stands from what the connection and the position did. For one event loop. */
final class SourceWatch {
    private static final Duration AT_ITS_END_AFTER = Duration.ofSeconds(5);

    /** For a connection that has not sent any event yet. */
    private static final Duration NOTHING_THERE_AFTER = Duration.ofSeconds(15);

    /** A second or two pass from an edit to its row; below this nobody is told to wait. */
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(20);

    private static final Duration FAR_AHEAD = Duration.ofHours(1);
    private static final int USUAL_DISTANCES = 10;
    private static final int DISTANCES_TO_KNOW = 5;

    private final Collection<String> editTopics;
    private final StreamPosition position;
    private final StreamConfig config;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<String, Long> cameAt = new HashMap<>();

    private boolean connected;
    private boolean cameOnConnection;
    private long connectionChangedAt;
    private long newerAt;
    private @Nullable Instant newest;
    private @Nullable Instant exactUpTo;
    private double usualDistanceMillis;
    private int distances;

    /** {@code clock}: the database's time. */
    SourceWatch(
            Collection<String> editTopics,
            StreamPosition position,
            StreamConfig config,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.editTopics = editTopics;
        this.position = position;
        this.config = config;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.connectionChangedAt = nanoTime.getAsLong();
        this.newerAt = connectionChangedAt;
    }

    /** How the source stands; {@code exactUpTo} is null until something was ever read. */
    record Judgement(SourceState.Kind kind, @Nullable Instant exactUpTo) {}

    void connected() {
        var now = nanoTime.getAsLong();
        if (isAway(now)) {
            newerAt = now;
        }
        connected = true;
        cameOnConnection = false;
        connectionChangedAt = now;
    }

    void disconnected() {
        if (connected) {
            connected = false;
            connectionChangedAt = nanoTime.getAsLong();
        }
    }

    /** An event came. True when it is newer than all edits before it, and so the stream goes on. */
    @CanIgnoreReturnValue
    boolean came(TopicTime seen) {
        if (!editTopics.contains(seen.topic())) {
            return false;
        }
        var now = nanoTime.getAsLong();
        cameOnConnection = true;
        cameAt.put(seen.topic(), now);
        var before = newest;
        if ((before != null && !seen.at().isAfter(before))
                || seen.at().isAfter(clock.instant().plus(FAR_AHEAD))) {
            return false;
        }
        if (before != null) {
            addDistance(Duration.between(before, seen.at()).toMillis());
        }
        newest = seen.at();
        newerAt = now;
        return true;
    }

    private void addDistance(long millis) {
        distances++;
        usualDistanceMillis = distances == 1 ? millis : usualDistanceMillis * 0.9 + millis * 0.1;
    }

    Judgement judge() {
        var now = nanoTime.getAsLong();
        if (connected) {
            advance(now);
        }
        return new Judgement(kind(now), exactUpTo);
    }

    private SourceState.Kind kind(long now) {
        if (isAway(now)) {
            return SourceState.Kind.AWAY;
        }
        if (isLate(now)) {
            return SourceState.Kind.LATE;
        }
        var upTo = exactUpTo;
        return upTo == null || upTo.isBefore(clock.instant().minus(LIVE_WITHIN))
                ? SourceState.Kind.CATCHING_UP
                : SourceState.Kind.LIVE;
    }

    /** A reconnect that takes a moment is none of people's business. */
    private boolean isAway(long now) {
        return !connected && now - connectionChangedAt > config.awayAfter().toNanos();
    }

    private boolean isLate(long now) {
        if (newest == null) {
            return !nothingThere(now) && now - newerAt > config.lateAfter().toNanos();
        }
        var usual = (long) (USUAL_DISTANCES * usualDistanceMillis * 1_000_000);
        return distances >= DISTANCES_TO_KNOW
                && now - newerAt > Math.max(config.lateAfter().toNanos(), usual);
    }

    private void advance(long now) {
        var least = editTopics.stream()
                .map(topic -> exactUpTo(topic, now))
                .min(Instant::compareTo)
                .orElseThrow();
        if (exactUpTo == null || least.isAfter(exactUpTo)) {
            exactUpTo = least;
        }
    }

    private Instant exactUpTo(String topic, long now) {
        return position.waits(topic) || !isAtItsEnd(topic, now) ? position.done(topic) : clock.instant();
    }

    private boolean isAtItsEnd(String topic, long now) {
        var quietSince = Math.max(connectionChangedAt, cameAt.getOrDefault(topic, connectionChangedAt));
        return (cameOnConnection && now - quietSince > AT_ITS_END_AFTER.toNanos()) || nothingThere(now);
    }

    private boolean nothingThere(long now) {
        return connected && !cameOnConnection && now - connectionChangedAt > NOTHING_THERE_AFTER.toNanos();
    }
}
