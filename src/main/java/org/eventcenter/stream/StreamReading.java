package org.eventcenter.stream;

import io.vertx.core.Future;
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
    private final Backoff backoff;
    private @Nullable StreamConnection connection;
    private Future<Void> closed = Future.succeededFuture();
    private boolean stopped;

    StreamReading(EventStreams streams, PositionKeeper positions, EventIntake intake, ChangeSink sink) {
        this.vertx = streams.vertx();
        this.streams = streams;
        this.positions = positions;
        this.intake = intake;
        this.sink = sink;
        this.backoff = new Backoff(
                streams.config().backoffMin(),
                streams.config().backoffMax(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    void start() {
        intake.onLeaseLost(this::giveUp);
        sink.onRoom(this::resume);
        positions.start();
        connect();
    }

    @Override
    public Future<Void> stop() {
        closeConnection();
        return closed.compose(nothing -> positions.stop());
    }

    private void connect() {
        if (stopped) {
            return;
        }
        var next = streams.newConnection();
        var frames = new SseReader(LARGEST_FRAME_BYTES, intake);
        long toldBefore = intake.told();
        connection = next;
        closed = next.read(
                        streams.requests().from(positions.position().resume()),
                        streams.config().silence(),
                        bytes -> take(frames, bytes))
                .onSuccess(end -> reconnect(end, intake.told() > toldBefore))
                .mapEmpty();
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

    private void reconnect(StreamConnection.End end, boolean toldSomething) {
        if (stopped) {
            return;
        }
        var asked = end.retryAfter().orElse(Duration.ZERO);
        var pause = backoff.next(toldSomething);
        var longer = asked.compareTo(pause) > 0 ? asked : pause;
        if (toldSomething) {
            log.debug("The connection to the stream is over ({}), the next in {} ms", end.cause(), longer.toMillis());
        } else {
            log.warn("The stream cannot be read ({}), the next try in {} ms", end.cause(), longer.toMillis());
        }
        vertx.setTimer(Math.max(1, longer.toMillis()), timer -> connect());
    }

    private void giveUp() {
        if (!stopped) {
            log.warn("Another node reads the stream now");
            closeConnection();
        }
    }

    private void closeConnection() {
        stopped = true;
        if (connection != null) {
            connection.close();
        }
    }
}
