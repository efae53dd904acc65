package org.eventcenter.stream;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a connection counts as dead. Its time stands still unless a test moves it; it looks every 10 ms. */
@ExtendWith(VertxExtension.class)
class StreamConnectionTest {
    private static final Duration SILENCE = Duration.ofMillis(40);
    private static final int MORE_LOOKS_THAN_IN_A_SILENCE_MILLIS = 200;

    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final BlockingQueue<HttpServerResponse> opened = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
    private final Vertx elsewhere = Vertx.vertx();
    private Vertx vertx;
    private Context loop;
    private StreamConnection connection;
    private Future<StreamConnection.End> over;
    private HttpServerResponse service;

    @BeforeEach
    void connect(Vertx vertx) throws Exception {
        this.vertx = vertx;
        loop = vertx.getOrCreateContext();
        var server = elsewhere
                .createHttpServer()
                .requestHandler(request -> {
                    var response = request.response()
                            .putHeader("Content-Type", "text/event-stream")
                            .setChunked(true);
                    response.write("one");
                    opened.add(response);
                })
                .listen(0, "127.0.0.1")
                .await(5, SECONDS);
        connection = new StreamConnection(vertx, vertx.createHttpClient(), nanos::get);
        over = onLoop(() -> connection.read(address(server), SILENCE, () -> {}, heard::add));
        service = opened.poll(10, SECONDS);
        assertThat(heard.poll(10, SECONDS)).asString().isEqualTo("one");
    }

    @AfterEach
    void close() throws Exception {
        elsewhere.close().await(10, SECONDS);
    }

    private static RequestOptions address(HttpServer server) {
        return new RequestOptions().setAbsoluteURI("http://127.0.0.1:" + server.actualPort());
    }

    @Test
    void it_is_dead_after_a_silence_of_its_clock_and_not_of_its_looks_alone() throws Exception {
        letItLook();
        assertThat(over.isComplete()).isFalse();

        nanos.addAndGet(SILENCE.toNanos());

        assertThat(over.await(10, SECONDS).cause()).isEqualTo("silent");
    }

    @Test
    void it_is_not_dead_because_this_process_stood_still() throws Exception {
        onLoop(() -> {
            nanos.addAndGet(SILENCE.toNanos());
            return service.write("two")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, SECONDS);
        });

        assertThat(heard.poll(10, SECONDS)).asString().isEqualTo("two");
        letItLook();
        assertThat(over.isComplete()).isFalse();
    }

    @Test
    void nothing_is_expected_while_it_is_paused_and_from_then_on_a_whole_silence_is_waited() throws Exception {
        onLoop(() -> {
            connection.pause();
            return nanos.addAndGet(SILENCE.toNanos() * 100);
        });
        letItLook();
        assertThat(over.isComplete()).isFalse();

        onLoop(() -> {
            connection.resume();
            return nanos.get();
        });
        letItLook();
        assertThat(over.isComplete()).isFalse();

        nanos.addAndGet(SILENCE.toNanos());
        assertThat(over.await(10, SECONDS).cause()).isEqualTo("silent");
    }

    /** However long that takes: a machine that is slow looks less often, and the connection lives as long. */
    private void letItLook() throws Exception {
        vertx.timer(MORE_LOOKS_THAN_IN_A_SILENCE_MILLIS, MILLISECONDS).await(10, SECONDS);
    }

    @CanIgnoreReturnValue
    private <T> T onLoop(Callable<T> act) throws Exception {
        var done = new CompletableFuture<T>();
        loop.runOnContext(now -> {
            try {
                done.complete(act.call());
            } catch (Exception failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.get(10, SECONDS);
    }
}
