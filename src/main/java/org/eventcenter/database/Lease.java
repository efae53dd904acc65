package org.eventcenter.database;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.LongSupplier;

/**
 * The right to do what only one node may do, from a take-over until it is lost. Every write under it passes
 * {@link #epoch()} to the database, which refuses an old one: the rest only saves vain attempts. For any thread.
 */
public final class Lease {
    private final long epoch;
    private final LeaseTimes times;
    private final LongSupplier nanoTime;
    private final Promise<Void> lost = Promise.promise();
    private volatile long renewedAt;

    Lease(long epoch, LeaseTimes times, LongSupplier nanoTime, long takenAt) {
        this.epoch = epoch;
        this.times = times;
        this.nanoTime = nanoTime;
        this.renewedAt = takenAt;
    }

    /** Higher than that of every earlier holding. */
    public long epoch() {
        return epoch;
    }

    /** Whether a write may begin now; false also while renewals fail, and may become true again. */
    public boolean isFresh() {
        return !lost.future().isComplete() && age() < times.fresh().toNanos();
    }

    /** Completes when this holding has ended, for whatever reason; never fails. */
    public Future<Void> lost() {
        return lost.future();
    }

    boolean isOver() {
        return age() >= times.life().toNanos();
    }

    boolean isDue() {
        return age() >= times.renewEvery().toNanos();
    }

    /** {@code askedAt} is from before the question was sent, so that we never believe in it longer than the database. */
    void renewed(long askedAt) {
        renewedAt = askedAt;
    }

    void lose() {
        lost.tryComplete();
    }

    private long age() {
        return nanoTime.getAsLong() - renewedAt;
    }
}
