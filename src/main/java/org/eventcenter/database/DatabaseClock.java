package org.eventcenter.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's time, known without asking it: measured now and then, and carried on by this node's monotonic clock. So
 * the nodes agree on the order of what people ask for, to a few milliseconds and also while the database is away. May be
 * called from any thread.
 */
public final class DatabaseClock implements InstantSource {
    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final String NOW = "select clock_timestamp()";
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(10);

    /** An answer that took longer says too little about when it was given. */
    private static final Duration QUICK_ANSWER = Duration.ofMillis(100);

    private final Pool pool;
    private final LongSupplier nanoTime;
    private final InstantSource wall;
    private final AtomicBoolean measuring = new AtomicBoolean();
    private volatile @Nullable Measurement last;

    public DatabaseClock(Pool pool) {
        this(pool, System::nanoTime, InstantSource.system());
    }

    /** {@code wall}: this machine's own time, for as long as the database has not said its. */
    DatabaseClock(Pool pool, LongSupplier nanoTime, InstantSource wall) {
        this.pool = pool;
        this.nanoTime = nanoTime;
        this.wall = wall;
    }

    /** The database's time at a moment of the monotonic clock. */
    private record Measurement(Instant time, long nanos) {
        Instant at(long now) {
            return time.plusNanos(now - nanos);
        }
    }

    /** Before the first measurement: this machine's own time. */
    @Override
    public Instant instant() {
        var measured = last;
        var now = nanoTime.getAsLong();
        if (measured == null || now - measured.nanos > MEASURED_EVERY.toNanos()) {
            measure().onFailure(cause -> log.debug("The database's time was not measured: {}", cause.getMessage()));
        }
        return measured == null ? wall.instant() : measured.at(now);
    }

    /** Asks now; does nothing while it is being asked. Fails when the database does not answer. */
    public Future<Void> measure() {
        if (!measuring.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        var asked = nanoTime.getAsLong();
        return pool.query(NOW)
                .execute()
                .onSuccess(rows ->
                        keep(rows.iterator().next().getOffsetDateTime(0).toInstant(), asked, nanoTime.getAsLong()))
                .onComplete(done -> measuring.set(false))
                .mapEmpty();
    }

    private void keep(Instant time, long asked, long answered) {
        var took = answered - asked;
        if (last == null || took <= QUICK_ANSWER.toNanos()) {
            last = new Measurement(time, asked + took / 2);
        }
    }
}
