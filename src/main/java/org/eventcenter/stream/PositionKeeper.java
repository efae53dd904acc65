package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.eventcenter.database.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores how far all is done, at most once a second and after what it covers. Later than the rows is always safe, so a
 * write that fails is simply made again with the next. For one event loop.
 */
final class PositionKeeper {
    private static final Logger log = LoggerFactory.getLogger(PositionKeeper.class);
    private static final long SECOND_MILLIS = 1_000;

    private final Vertx vertx;
    private final PositionStore store;
    private final Lease lease;
    private final StreamPosition position;
    private Map<String, Instant> stored;
    private Future<Void> writing = Future.succeededFuture();
    private long timer = -1;

    PositionKeeper(Vertx vertx, PositionStore store, Lease lease, Map<String, Instant> opened, InstantSource clock) {
        this.vertx = vertx;
        this.store = store;
        this.lease = lease;
        this.position = new StreamPosition(opened, clock);
        this.stored = position.done();
    }

    StreamPosition position() {
        return position;
    }

    void start() {
        timer = vertx.setPeriodic(SECOND_MILLIS, tick -> write());
    }

    /** Completes when the last position is stored, or could not be. */
    Future<Void> stop() {
        vertx.cancelTimer(timer);
        return writing.transform(written -> {
            write();
            return writing.transform(last -> Future.succeededFuture());
        });
    }

    private void write() {
        var done = position.done();
        if (!writing.isComplete() || !lease.isFresh() || done.equals(stored)) {
            return;
        }
        writing = store.move(lease.epoch(), done)
                .onSuccess(written -> stored = done)
                .onFailure(e -> log.debug("The position of the stream was not stored: {}", e.getMessage()));
    }
}
