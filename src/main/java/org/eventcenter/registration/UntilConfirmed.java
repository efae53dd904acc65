package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eventcenter.database.StandsStill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a call of the database until its outcome is known. A lost connection or a time-out says nothing about what was
 * committed, so the same call is made again, which is harmless by the rules of the calls. Fails with
 * {@link NotConfirmed} when patience ends or the database stands still (the call has then waited as long as anybody shall),
 * and at once with what the database objects to.
 *
 * @param callTimeout how long one call may take
 * @param patience how long the call is made again
 * @param retryDelay before the first repetition; the pauses double
 */
record UntilConfirmed(Vertx vertx, Duration callTimeout, Duration patience, Duration retryDelay) {
    private static final Logger log = LoggerFactory.getLogger(UntilConfirmed.class);

    <T> Future<T> call(Supplier<Future<T>> call) {
        return attempt(call, System.nanoTime() + patience.toNanos(), retryDelay.toMillis());
    }

    private <T> Future<T> attempt(Supplier<Future<T>> call, long deadline, long delayMillis) {
        return call.get()
                .timeout(callTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> isObjection(failure)
                        ? Future.failedFuture(failure)
                        : again(call, deadline, delayMillis, failure));
    }

    private <T> Future<T> again(Supplier<Future<T>> call, long deadline, long delayMillis, Throwable failure) {
        if (failure instanceof StandsStill
                || deadline - System.nanoTime() < TimeUnit.MILLISECONDS.toNanos(delayMillis)) {
            return Future.failedFuture(new NotConfirmed(failure));
        }
        log.info("Not confirmed, the same call again in {} ms: {}", delayMillis, failure.toString());
        return vertx.timer(delayMillis, TimeUnit.MILLISECONDS)
                .compose(fired -> attempt(call, deadline, delayMillis * 2));
    }

    /** The database understood and refuses: no such event, a broken rule, a mistake of ours. */
    private static boolean isObjection(Throwable failure) {
        if (!(failure instanceof PgException refused) || refused.getSqlState() == null) {
            return false;
        }
        var state = refused.getSqlState();
        return state.startsWith("EC") || state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }
}
