package org.eventcenter.contribution;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What waits to be written of one event (or of the marks), in order. One call at a time, each with as many rows of its
 * kind as stand at the front; rows that come meanwhile are collected for the next. For one event loop.
 */
final class Lane {
    private final Vertx vertx;
    private final UntilWritten writer;
    private final long collectMillis;
    private final int batch;
    private final Deque<Waiting<?>> queue = new ArrayDeque<>();
    private Future<Void> call = Future.succeededFuture();
    private boolean busy;
    private boolean collecting;
    private boolean closed;

    /** {@code collectMillis}: the shortest time between the beginnings of two calls; 0: none. */
    Lane(Vertx vertx, UntilWritten writer, long collectMillis, int batch) {
        this.vertx = vertx;
        this.writer = writer;
        this.collectMillis = collectMillis;
        this.batch = batch;
    }

    /** Completes when the row is written. */
    <T> Future<Void> add(BatchCall<T> kind, T row) {
        var waiting = new Waiting<>(kind, row, Promise.promise());
        queue.add(waiting);
        wake();
        return waiting.written().future();
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
        collect();
        call = writer.write(next.kind(), run.stream().map(Waiting::row).toList());
        call.onComplete(result -> end(run, result));
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
        run.forEach(waiting -> waiting.written().handle(result));
        wake();
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

    private record Waiting<T>(BatchCall<T> kind, T row, Promise<Void> written) {}
}
