package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * One connection at a time, begun again whenever it ends, each a little before what was read last. What is read twice
 * changes nothing; what was not read would be lost. When too much waits for the database, the connection is paused: the
 * service then keeps what comes, and what it does not keep is read again from the position.
 */

/** Reads EventStreams under one lease. For one event loop. */
final class StreamReading implements ChangeSource {
    private static final Logger log = LoggerFactory.getLogger(StreamReading.class);
    private static final int LARGEST_FRAME_BYTES = 4 * 1024 * 1024;

    private final Vertx vertx;
    private final EventStreams streams;
    private final PositionKeeper positions;
    private final EventIntake intake;
    private final ChangeSink sink;
    private final SourceWatch watch;
    private final SourceReporter reporter;
    private final Overlap overlap;
    private final Backoff backoff;
    private final Promise<Void> broken = Promise.promise();
    private @Nullable StreamConnection connection;
    private Future<Void> closed = Future.succeededFuture();
    private boolean stopped;

    StreamReading(
            EventStreams streams,
            PositionKeeper positions,
            EventIntake intake,
            ChangeSink sink,
            SourceWatch watch,
            SourceReporter reporter) {
        this.vertx = streams.vertx();
        this.streams = streams;
        this.positions = positions;
        this.intake = intake;
        this.sink = sink;
        this.watch = watch;
        this.reporter = reporter;
        this.overlap = new Overlap(streams.config().overlap());
        this.backoff = new Backoff(
                streams.config().backoffMin(),
                streams.config().backoffMax(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    void start() {
        intake.onFailure(this::giveUp);
        sink.onRoom(this::resume);
        positions.start();
        reporter.start();
        connect();
    }

    @Override
    public Future<Void> stop() {
        closeConnection();
        return closed.compose(nothing -> positions.stop());
    }

    @Override
    public Future<Void> broken() {
        return broken.future();
    }

    /** Somebody became known who may have been dismissed a moment ago. */
    void lookAgain(Interest known) {
        if (!stopped) {
            intake.lookAgain(known);
        }
    }

    private void connect() {
        if (stopped) {
            return;
        }
        var next = streams.newConnection();
        var frames = new SseReader(LARGEST_FRAME_BYTES, intake);
        long newerBefore = intake.newer();
        connection = next;
        closed = next.read(
                        streams.requests().from(positions.position().resume(), overlap.now()),
                        streams.config().silence(),
                        this::connected,
                        bytes -> take(frames, bytes))
                .onSuccess(end -> reconnect(end, intake.newer() > newerBefore))
                .mapEmpty();
    }

    private void connected() {
        positions.position().connectionBegins();
        watch.connected();
    }

    private void take(SseReader frames, byte[] bytes) {
        frames.read(bytes);
        if (sink.full() && connection != null) {
            connection.pause();
        }
    }

    private void resume() {
        if (connection != null) {
            connection.resume();
        }
    }

    private void reconnect(StreamConnection.End end, boolean broughtNewer) {
        watch.disconnected();
        reporter.connectionEnded(end.cause());
        if (stopped) {
            return;
        }
        overlap.connectionEnded(broughtNewer);
        var asked = end.retryAfter().orElse(Duration.ZERO);
        var pause = backoff.next(broughtNewer);
        var longer = asked.compareTo(pause) > 0 ? asked : pause;
        log.debug("The connection to the stream is over ({}), the next in {} ms", end.cause(), longer.toMillis());
        vertx.setTimer(Math.max(1, longer.toMillis()), timer -> connect());
    }

    private void giveUp(Throwable failure) {
        if (stopped) {
            return;
        }
        closeConnection();
        if (failure instanceof LeaseLost) {
            log.warn("Another node reads the stream now");
        } else {
            broken.tryFail(failure);
        }
    }

    private void closeConnection() {
        stopped = true;
        reporter.stop();
        if (connection != null) {
            connection.close();
        }
    }
}
