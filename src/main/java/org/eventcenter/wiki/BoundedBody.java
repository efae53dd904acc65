package org.eventcenter.wiki;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/** Collects the body of an answer, and gives up as soon as it is longer than we are willing to hold. */
final class BoundedBody implements BodyStream<Buffer> {
    private final int maxBytes;
    private final Buffer collected = Buffer.buffer();
    private final Promise<Buffer> result = Promise.promise();

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        if (collected.length() + chunk.length() > maxBytes) {
            var tooLong = new WikiUnavailable("The answer is longer than " + maxBytes + " bytes");
            result.tryFail(tooLong);
            return Future.failedFuture(tooLong);
        }
        collected.appendBuffer(chunk);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        result.tryComplete(collected);
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable failure) {
        result.tryFail(failure);
    }

    @Override
    public Future<Buffer> result() {
        return result.future();
    }

    @Override
    public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public BoundedBody setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BoundedBody drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }
}
