package org.eventcenter.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eventcenter.sandbox.eventstreams.Canaries;
import org.eventcenter.sandbox.people.EditingDay;

/** Lets the day go on: first all that has already happened, then one thing after the other as time passes. */
final class Life {
    private static final Duration BETWEEN_CANARIES = Duration.ofMinutes(10);
    private static final int STEPS_A_SLICE = 100;

    private final Vertx vertx;
    private final Clock clock;
    private final EditingDay day;
    private final Canaries canaries;
    private final double pace;

    Life(Vertx vertx, Clock clock, EditingDay day, Canaries canaries, double pace) {
        this.vertx = vertx;
        this.clock = clock;
        this.day = day;
        this.canaries = canaries;
        this.pace = pace;
    }

    /**
     * Completes when everything has happened that lies between then and now, at the pace of life. In slices, so that
     * others get their turn; canaries are sent meanwhile at their times.
     */
    Future<Void> catchUp(Duration history) {
        var now = clock.instant();
        return slice(now.minus(history), now, now.minus(history));
    }

    private Future<Void> slice(Instant from, Instant until, Instant canariesDue) {
        var time = from;
        var due = canariesDue;
        for (int steps = 0; steps < STEPS_A_SLICE && time.isBefore(until); steps++) {
            if (!time.isBefore(due)) {
                canaries.send(time);
                due = due.plus(BETWEEN_CANARIES);
            }
            time = time.plus(day.step(time));
        }
        return time.isBefore(until) ? later(time, until, due) : Future.succeededFuture();
    }

    private Future<Void> later(Instant from, Instant until, Instant canariesDue) {
        return vertx.timer(1, TimeUnit.MILLISECONDS).compose(over -> slice(from, until, canariesDue));
    }

    /** One thing after the other from now on, and canaries. */
    void goOn() {
        vertx.setPeriodic(BETWEEN_CANARIES.toMillis(), timer -> canaries.send(clock.instant()));
        next();
    }

    private void next() {
        if (pace > 0) {
            var pause = (long) (day.step(clock.instant()).toMillis() / pace);
            vertx.setTimer(Math.max(1, pause), timer -> next());
        }
    }
}
