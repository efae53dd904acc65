package org.eventcenter.contribution;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.eventcenter.stream.Change;

/**
 * What waits to be written of one event (or of the marks), in order. One call at a time, each with as many rows of its
 * kind as stand at the front; rows that come meanwhile are collected for the next. For one event loop.
 */
final class Lane {
    private final Vertx vertx;
    private final UntilWritten writer;
    private final long collectMillis;
    private final int batch;
    private final Runnable failed;
    private final Deque<Waiting<?>> queue = new ArrayDeque<>();
    private List<? extends Waiting<?>> underWay = List.of();
    private Future<Void> call = Future.succeededFuture();
    private long bytes;
    private long failingSince;
    private boolean failing;
    private boolean busy;
    private boolean collecting;
    private boolean closed;

    /**
     * {@code collectMillis}: the shortest time between the beginnings of two calls; 0: none. {@code failed} runs after each
     * try that failed.
     */
    Lane(Vertx vertx, UntilWritten writer, long collectMillis, int batch, Runnable failed) {
        this.vertx = vertx;
        this.writer = writer;
        this.collectMillis = collectMillis;
        this.batch = batch;
        this.failed = failed;
    }

    /**
     * Completes when the row is written or given up.
     *
     * @param change what the row is made of
     */
    <T> Future<Void> add(BatchCall<T> kind, T row, Change change) {
        var waiting = new Waiting<>(kind, row, change, Promise.promise());
        queue.add(waiting);
        bytes += change.weight();
        wake();
        return waiting.written().future();
    }

    /** What waits, the rows of the call under way included. */
    long bytes() {
        return bytes;
    }

    /** Whether all tries of the call under way have failed, and the first so long ago. */
    boolean failsFor(Duration time) {
        return failing && System.nanoTime() - failingSince >= time.toNanos();
    }

    /** What waits now, in order, the rows of the call under way included. */
    List<Waiting<?>> waiting() {
        return Stream.concat(underWay.stream(), queue.stream())
                .<Waiting<?>>map(waiting -> waiting)
                .filter(waiting -> !waiting.isDone())
                .toList();
    }

    /** These are done, written or not. A call under way goes on, since nobody knows what becomes of it. */
    void giveUp(List<Waiting<?>> some) {
        some.forEach(waiting -> done(waiting, Future.succeededFuture()));
        queue.removeIf(Waiting::isDone);
    }

    /** No call begins any more; completes when the one under way has ended. */
    Future<Void> close() {
        closed = true;
        return call.transform(ended -> Future.succeededFuture());
    }

    private void wake() {
        var next = queue.peek();
        if (next == null || busy || closed || (collecting && queue.size() < batch)) {
            return;
        }
        begin(next);
    }

    private <T> void begin(Waiting<T> next) {
        var run = takeLike(next);
        busy = true;
        underWay = run;
        collect();
        call = Future.succeededFuture()
                .compose(begun ->
                        writer.write(next.kind(), run.stream().map(Waiting::row).toList(), this::failed));
        call.onComplete(result -> end(run, result));
    }

    private void failed() {
        if (!failing) {
            failing = true;
            failingSince = System.nanoTime();
        }
        failed.run();
    }

    private void collect() {
        if (collectMillis > 0) {
            collecting = true;
            vertx.setTimer(collectMillis, timer -> {
                collecting = false;
                wake();
            });
        }
    }

    private <T> void end(List<Waiting<T>> run, AsyncResult<Void> result) {
        busy = false;
        failing = false;
        underWay = List.of();
        try {
            run.forEach(waiting -> done(waiting, result));
        } finally {
            wake();
        }
    }

    /** At most once for each. */
    private void done(Waiting<?> waiting, AsyncResult<Void> result) {
        boolean first = result.succeeded()
                ? waiting.written().tryComplete()
                : waiting.written().tryFail(result.cause());
        if (first) {
            bytes -= waiting.change().weight();
        }
    }

    /** The same kind of call means the same type of row. */
    @SuppressWarnings("unchecked")
    private <T> List<Waiting<T>> takeLike(Waiting<T> next) {
        var run = new ArrayList<Waiting<T>>();
        Waiting<?> front = next;
        while (front != null && run.size() < batch && front.kind() == next.kind()) {
            run.add((Waiting<T>) queue.remove());
            front = queue.peek();
        }
        return run;
    }

    /** A row that is not written yet. */
    record Waiting<T>(BatchCall<T> kind, T row, Change change, Promise<Void> written) {
        boolean isDone() {
            return written.future().isComplete();
        }
    }
}
