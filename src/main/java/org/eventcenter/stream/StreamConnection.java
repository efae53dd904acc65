package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the stream, from the request until it is over, by whatever end. A connection on which no byte comes
 * for a while is dead: the service never says so. For one event loop.
 */
final class StreamConnection {
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final int LOOKS_IN_A_SILENCE = 4;
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClientAgent client;
    private final LongSupplier nanoTime;
    private final Promise<End> over = Promise.promise();
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private long watchdog;
    private long heardAt;
    private int quietLooks;
    private boolean paused;
    private boolean ended;

    StreamConnection(Vertx vertx, HttpClientAgent client, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.client = client;
        this.nanoTime = nanoTime;
    }

    /** How it ended, and how long the service asks us to stay away. */
    record End(String cause, Optional<Duration> retryAfter) {}

    /** Completes when it is over and closed; never fails. {@code begins} runs when the service has let us in. */
    Future<End> read(RequestOptions options, Duration silence, Runnable begins, Consumer<byte[]> bytes) {
        heard();
        watchdog = vertx.setPeriodic(
                Math.max(1, Math.min(LOOK_EVERY_MILLIS, silence.toMillis() / LOOKS_IN_A_SILENCE)),
                timer -> lookForSilence(silence));
        client.request(options)
                .compose(this::send)
                .onSuccess(answer -> receive(answer, begins, bytes))
                .onFailure(failure -> end(String.valueOf(failure.getMessage())));
        return over.future();
    }

    /** No further bytes are read until {@link #resume()}; the other side notices. */
    void pause() {
        paused = true;
        if (response != null) {
            response.pause();
        }
    }

    void resume() {
        paused = false;
        heard();
        if (response != null) {
            response.resume();
        }
    }

    void close() {
        end("closed by us");
    }

    private Future<HttpClientResponse> send(HttpClientRequest opened) {
        request = opened.exceptionHandler(failure -> end(String.valueOf(failure.getMessage())));
        // Without a handler Vert.x logs an error for each connection that is reset, and does not say which one.
        opened.connection().exceptionHandler(failure -> end(String.valueOf(failure.getMessage())));
        if (ended) {
            return opened.connection().close().compose(closed -> Future.failedFuture("closed by us"));
        }
        return opened.send();
    }

    private void receive(HttpClientResponse answer, Runnable begins, Consumer<byte[]> bytes) {
        var type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        if (answer.statusCode() != OK || type == null || !type.startsWith("text/event-stream")) {
            end(RetryAfter.read(answer), "answered " + answer.statusCode() + " " + type);
            return;
        }
        response = answer;
        begins.run();
        if (paused) {
            answer.pause();
        }
        answer.exceptionHandler(failure -> end(String.valueOf(failure.getMessage())));
        answer.endHandler(nothing -> end("ended by the service"));
        answer.handler(chunk -> hear(chunk.getBytes(), bytes));
    }

    private void hear(byte[] chunk, Consumer<byte[]> bytes) {
        if (!ended) {
            heard();
            bytes.accept(chunk);
        }
    }

    private void heard() {
        heardAt = nanoTime.getAsLong();
        quietLooks = 0;
    }

    /** By looks as well as by the clock: while this process stood still, bytes may have come that it has yet to see. */
    private void lookForSilence(Duration silence) {
        if (!paused && ++quietLooks >= LOOKS_IN_A_SILENCE && nanoTime.getAsLong() - heardAt >= silence.toNanos()) {
            end("silent");
        }
    }

    private void end(String cause) {
        end(Optional.empty(), cause);
    }

    private void end(Optional<Duration> retryAfter, String cause) {
        if (ended) {
            return;
        }
        ended = true;
        vertx.cancelTimer(watchdog);
        var closing = request == null
                ? Future.<Void>succeededFuture()
                : request.connection().close();
        closing.onComplete(closed -> over.complete(new End(cause, retryAfter)));
    }
}
