package org.eventcenter.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes changes, and is done with each only when the test says so, or at once. */
final class FakeSink implements ChangeSink {
    /** A change and what says that it is done. */
    record Taken(Change change, Promise<Void> done) {}

    final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
    volatile boolean doneAtOnce = true;
    volatile boolean fullAfterNext;
    volatile boolean throwOnce;
    private volatile boolean full;
    private volatile Runnable room = () -> {};

    @Override
    public Future<Void> take(Change change) {
        if (throwOnce) {
            throwOnce = false;
            throw new IllegalStateException("a sink that has a fault");
        }
        Promise<Void> done = Promise.promise();
        if (doneAtOnce) {
            done.complete();
        }
        full |= fullAfterNext;
        taken.add(new Taken(change, done));
        return done.future();
    }

    @Override
    public boolean full() {
        return full;
    }

    @Override
    public void onRoom(Runnable handler) {
        room = handler;
    }

    void makeRoom() {
        fullAfterNext = false;
        full = false;
        room.run();
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }

    @CanIgnoreReturnValue
    Taken next() throws InterruptedException {
        var next = taken.poll(10, SECONDS);
        assertThat(next).as("a change came").isNotNull();
        return next;
    }

    /** Repeats of earlier ones are passed over. */
    void untilRevision(long revId) throws InterruptedException {
        while (nextRevision() != revId) {
            Thread.onSpinWait();
        }
    }

    /** The revision of the next change. */
    long nextRevision() throws InterruptedException {
        return next().change().revId();
    }
}
