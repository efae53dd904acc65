package org.eventcenter.database;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A request makes several calls, one after the other, and each could wait for its own time. So it is not the call that has
 * a limit but the silence: when calls wait and none was answered for that long, all of them fail, and every further one
 * fails at once until something is answered again. A room that comes at once is served in turn, because it is answered all
 * the time; a single call that takes long is told from a standstill by a probe. Silence is counted in ticks of our own
 * timer, so that a process that was stopped itself does not take its own pause for silence.
 */

/** Notices that PostgreSQL stands still, and lets nobody wait for it any longer. For any thread. */
final class Standstill {
    private static final Logger log = LoggerFactory.getLogger(Standstill.class);
    private static final int TICKS = 10;

    private final Vertx vertx;
    private final long tickMillis;
    private final Supplier<? extends Future<?>> probe;
    private final Set<Waiting<?>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean still;
    private volatile boolean ticking;
    private volatile int quietTicks;
    private boolean probing;
    private boolean closed;

    /**
     * @param patience how long nothing may be answered
     * @param probe asks for next to nothing
     */
    Standstill(Vertx vertx, Duration patience, Supplier<? extends Future<?>> probe) {
        this.vertx = vertx;
        this.tickMillis = Math.max(1, patience.toMillis() / TICKS);
        this.probe = probe;
    }

    private record Waiting<T>(Context caller, Promise<T> answer) {
        void giveUp() {
            caller.runOnContext(now -> answer.tryFail(new StandsStill()));
        }
    }

    /** The call's own answer, or {@link StandsStill}; the call is not made while nothing is answered. */
    <T> Future<T> guard(Supplier<Future<T>> call) {
        if (still) {
            return Future.failedFuture(new StandsStill());
        }
        var one = new Waiting<T>(vertx.getOrCreateContext(), Promise.promise());
        waiting.add(one);
        startTicking();
        call.get().onComplete((value, failure) -> {
            waiting.remove(one);
            note(failure);
            if (failure == null) {
                one.answer.tryComplete(value);
            } else {
                one.answer.tryFail(failure);
            }
        });
        return one.answer.future();
    }

    /** Whatever came of it, the server or its machine answered; only the pool's queue says nothing about them. */
    private void note(@Nullable Throwable failure) {
        if (failure == null || !String.valueOf(failure.getMessage()).equals(Database.POOL_TIMEOUT)) {
            answered();
        }
    }

    private void answered() {
        quietTicks = 0;
        if (still) {
            still = false;
            log.info("PostgreSQL answers again");
        }
    }

    private void startTicking() {
        if (!ticking) {
            beginToTick();
        }
    }

    private synchronized void beginToTick() {
        if (!ticking && !closed) {
            ticking = true;
            quietTicks = 0;
            tickLater();
        }
    }

    /** Not a periodic timer: that would make up for the ticks that a pause of the process left out. */
    private void tickLater() {
        vertx.timer(tickMillis, TimeUnit.MILLISECONDS).onSuccess(due -> tick());
    }

    private synchronized void tick() {
        if (closed || (waiting.isEmpty() && !still)) {
            ticking = false;
            return;
        }
        quietTicks++;
        if (still || quietTicks >= TICKS / 2) {
            ask();
        }
        if (!still && quietTicks >= TICKS) {
            still = true;
            log.warn("PostgreSQL has answered nobody for {} ms", quietTicks * tickMillis);
        }
        if (still) {
            waiting.forEach(Waiting::giveUp);
        }
        tickLater();
    }

    private void ask() {
        if (!probing) {
            probing = true;
            probe.get().onComplete((answer, failure) -> hear(failure));
        }
    }

    private synchronized void hear(@Nullable Throwable failure) {
        probing = false;
        note(failure);
    }

    synchronized void close() {
        closed = true;
    }
}
