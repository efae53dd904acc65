package org.eventcenter.bench;

import static java.util.concurrent.TimeUnit.MINUTES;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.eventcenter.registration.JoinOutcome;
import org.eventcenter.registration.JoinRequest;
import org.eventcenter.registration.RegistrationDesk;

/** A room of phones at one desk: each time that one has its answer, the next person takes its place. */
final class JoinRush {
    private static final int PHONES = 500;

    private final RegistrationDesk desk;
    private final long event;
    private final AtomicLong lastPerson = new AtomicLong();
    private final AtomicLong joined = new AtomicLong();
    private final Histogram micros = new ConcurrentHistogram(3);

    JoinRush(RegistrationDesk desk, long event) {
        this.desk = desk;
        this.event = event;
    }

    /** @param p99Millis from the request to the answer, of the last round */
    record Result(double joinsPerSecond, double p99Millis) {}

    Result run(int seconds) throws Exception {
        joined.set(0);
        micros.reset();
        long start = System.nanoTime();
        long deadline = start + TimeUnit.SECONDS.toNanos(seconds);
        Future.all(LongStream.range(0, PHONES)
                        .mapToObj(phone -> joinUntil(deadline))
                        .toList())
                .await(2, MINUTES);
        double elapsed = (System.nanoTime() - start) / 1e9;
        return new Result(joined.get() / elapsed, micros.getValueAtPercentile(99) / 1e3);
    }

    private Future<Void> joinUntil(long deadline) {
        var ended = Promise.<Void>promise();
        joinNext(deadline, ended);
        return ended.future();
    }

    private void joinNext(long deadline, Promise<Void> ended) {
        long asked = System.nanoTime();
        if (asked > deadline) {
            ended.complete();
            return;
        }
        var request = new JoinRequest(UUID.randomUUID(), lastPerson.incrementAndGet(), false, true, false);
        desk.join(event, request).onFailure(ended::fail).onSuccess(answer -> {
            if (answer.outcome() != JoinOutcome.JOINED) {
                ended.fail("not joined: " + answer);
                return;
            }
            joined.incrementAndGet();
            micros.recordValue((System.nanoTime() - asked) / 1_000);
            joinNext(deadline, ended);
        });
    }
}
