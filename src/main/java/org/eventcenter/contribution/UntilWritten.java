package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.eventcenter.database.Lease;
import org.eventcenter.stream.LeaseLost;
import org.eventcenter.stream.Quarantine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A call whose outcome is not known is made again as it was: it changes nothing if it had been committed. Only a row that
 * the database refuses as such is looked for, by halves, and put into quarantine; taking any other failure for a bad row
 * would throw good ones away. A failure that nobody foresaw may be a row's: after some tries the call is made for each half
 * alone, so that the others are kept, and a row that is alone and has failed so for minutes goes to quarantine too. While
 * the lease is not fresh no call begins.
 */

/** Makes calls until each is committed or its bad rows are in quarantine. For one event loop and one lease. */
final class UntilWritten {
    private static final Logger log = LoggerFactory.getLogger(UntilWritten.class);
    private static final int SAY_AGAIN_AFTER = 20;
    private static final int PART_AFTER = 5;
    private static final String CLOSED = "the recorder is closed";

    private final Vertx vertx;
    private final Lease lease;
    private final RecorderConfig config;
    private final Quarantine quarantine;
    private final Supplier<Future<Void>> newScopes;
    private final Set<Promise<Void>> pauses = new HashSet<>();
    private boolean closed;

    /** {@code newScopes}: completes when the scope versions are known that hold now. */
    UntilWritten(
            Vertx vertx, Lease lease, RecorderConfig config, Quarantine quarantine, Supplier<Future<Void>> newScopes) {
        this.vertx = vertx;
        this.lease = lease;
        this.config = config;
        this.quarantine = quarantine;
        this.newScopes = newScopes;
    }

    /** Fails only with {@link LeaseLost}, or when it is closed meanwhile. {@code failed} runs after each failed try. */
    <T> Future<Void> write(BatchCall<T> call, List<T> rows, Runnable failed) {
        return attempt(new Watched<>(call, failed), rows, Failures.NONE);
    }

    /** What waits to be tried again is given up, and no call begins any more. */
    void close() {
        closed = true;
        Set.copyOf(pauses).forEach(pause -> pause.tryFail(CLOSED));
    }

    private <T> Future<Void> attempt(Watched<T> call, List<T> rows, Failures before) {
        if (closed) {
            return Future.failedFuture(CLOSED);
        }
        var mayBegin = lease.isFresh() ? Future.succeededFuture() : Future.failedFuture("the lease is not fresh");
        return mayBegin.compose(fresh -> call.to().write(rows))
                .recover(failure -> afterFailure(call, rows, before, failure));
    }

    private <T> Future<Void> afterFailure(Watched<T> call, List<T> rows, Failures before, Throwable failure) {
        var trouble = Trouble.of(failure);
        var failures = before.and(trouble, System.nanoTime());
        call.failed().run();
        return switch (trouble) {
            case LEASE_LOST -> LeaseLost.named(failure);
            case NO_EVENT -> Future.succeededFuture();
            case BAD_ROW -> rows.size() == 1 ? giveUp(call, rows.get(0), failure) : part(call, rows, Failures.NONE);
            case OTHER_SCOPE -> newScopes.get().transform(known -> again(call, rows, failures));
            case AGAIN -> {
                report(call, failures, failure);
                yield again(call, rows, failures);
            }
            case UNKNOWN -> {
                report(call, failures, failure);
                yield afterUnknown(call, rows, failures, failure);
            }
        };
    }

    private <T> Future<Void> afterUnknown(Watched<T> call, List<T> rows, Failures failures, Throwable failure) {
        if (rows.size() > 1 && failures.unknown() >= PART_AFTER) {
            return part(call, rows, Failures.ofAPart(System.nanoTime()));
        }
        if (rows.size() == 1 && failures.unknownFor(config.rowPatience(), System.nanoTime())) {
            log.error(
                    "Gave a row up that could not be written for {} s, try {}: {}",
                    config.rowPatience().toSeconds(),
                    failures.count(),
                    call.to().what(),
                    failure);
            return giveUp(call, rows.get(0), failure);
        }
        return again(call, rows, failures);
    }

    private <T> Future<Void> again(Watched<T> call, List<T> rows, Failures failures) {
        return pause(failures.count()).compose(paused -> attempt(call, rows, failures));
    }

    /** In order, so that what depends on an earlier row still finds it. */
    private <T> Future<Void> part(Watched<T> call, List<T> rows, Failures before) {
        int half = rows.size() / 2;
        return attempt(call, rows.subList(0, half), before)
                .compose(written -> attempt(call, rows.subList(half, rows.size()), before));
    }

    private <T> Future<Void> giveUp(Watched<T> call, T row, Throwable failure) {
        return keep(call.to().refused(row, failure), 0);
    }

    private Future<Void> keep(Quarantine.Item item, int failures) {
        return quarantine
                .keep(item)
                .onSuccess(kept -> log.error("A row is in quarantine, SQLSTATE {}: {}", item.sqlState(), item.reason()))
                .recover(failure -> pause(failures + 1).compose(paused -> keep(item, failures + 1)));
    }

    /** Fails when it is closed meanwhile. */
    private Future<Void> pause(int failures) {
        double span = (double) config.retryMin().toMillis() * Math.pow(2, Math.min(failures - 1, 20));
        double millis = Math.min(span, (double) config.retryMax().toMillis())
                * ThreadLocalRandom.current().nextDouble();
        Promise<Void> over = Promise.promise();
        pauses.add(over);
        vertx.setTimer(Math.max(1, Math.round(millis)), timer -> {
            pauses.remove(over);
            over.tryComplete();
        });
        return over.future();
    }

    private void report(Watched<?> call, Failures failures, Throwable failure) {
        if (failures.count() % SAY_AGAIN_AFTER == 1) {
            log.warn("Could not write {} (try {}): {}", call.to().what(), failures.count(), failure.toString());
        }
    }

    private record Watched<T>(BatchCall<T> to, Runnable failed) {}

    /**
     * The failures of a call, one after the other.
     *
     * @param unknown how many of the last ones, without one of another kind between them, nobody foresaw
     * @param unknownSince when the first of those came, by {@link System#nanoTime()}
     */
    private record Failures(int count, int unknown, long unknownSince) {
        static final Failures NONE = new Failures(0, 0, 0);

        /** The next unknown failure parts it again, and its time begins now. */
        static Failures ofAPart(long now) {
            return new Failures(0, PART_AFTER - 1, now);
        }

        Failures and(Trouble trouble, long now) {
            return trouble == Trouble.UNKNOWN
                    ? new Failures(count + 1, unknown + 1, unknown == 0 ? now : unknownSince)
                    : new Failures(count + 1, 0, 0);
        }

        boolean unknownFor(Duration patience, long now) {
            return now - unknownSince >= patience.toNanos();
        }
    }
}
