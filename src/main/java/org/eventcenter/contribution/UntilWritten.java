package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
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
 * would throw good ones away. While the lease is not fresh no call begins.
 */

/** Makes calls until each is committed or its bad rows are in quarantine. For one event loop and one lease. */
final class UntilWritten {
    private static final Logger log = LoggerFactory.getLogger(UntilWritten.class);
    private static final int SAY_AGAIN_AFTER = 20;
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

    /** Fails only with {@link LeaseLost}, or when it is closed meanwhile. */
    <T> Future<Void> write(BatchCall<T> call, List<T> rows) {
        return attempt(call, rows, 0);
    }

    /** What waits to be tried again is given up, and no call begins any more. */
    void close() {
        closed = true;
        Set.copyOf(pauses).forEach(pause -> pause.tryFail(CLOSED));
    }

    private <T> Future<Void> attempt(BatchCall<T> call, List<T> rows, int failures) {
        if (closed) {
            return Future.failedFuture(CLOSED);
        }
        var written = lease.isFresh() ? call.write(rows) : Future.<Void>failedFuture("the lease is not fresh");
        return written.recover(failure -> afterFailure(call, rows, failures + 1, failure));
    }

    private <T> Future<Void> afterFailure(BatchCall<T> call, List<T> rows, int failures, Throwable failure) {
        return switch (Trouble.of(failure)) {
            case LEASE_LOST -> LeaseLost.named(failure);
            case NO_EVENT -> Future.succeededFuture();
            case BAD_ROW -> part(call, rows, failure);
            case OTHER_SCOPE -> newScopes.get().transform(known -> again(call, rows, failures));
            case AGAIN -> {
                report(call, failures, failure);
                yield again(call, rows, failures);
            }
        };
    }

    private <T> Future<Void> again(BatchCall<T> call, List<T> rows, int failures) {
        return pause(failures).compose(paused -> attempt(call, rows, failures));
    }

    /** In order, so that what depends on an earlier row still finds it. */
    private <T> Future<Void> part(BatchCall<T> call, List<T> rows, Throwable failure) {
        if (rows.size() == 1) {
            return keep(call.refused(rows.get(0), failure), 0);
        }
        int half = rows.size() / 2;
        return attempt(call, rows.subList(0, half), 0)
                .compose(written -> attempt(call, rows.subList(half, rows.size()), 0));
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

    private void report(BatchCall<?> call, int failures, Throwable failure) {
        if (failures % SAY_AGAIN_AFTER == 1) {
            log.warn("Could not write {} (try {}): {}", call.what(), failures, failure.toString());
        }
    }
}
