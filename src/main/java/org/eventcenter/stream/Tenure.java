package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.eventcenter.database.Lease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node does from when it gets the lease until it loses it: one sink, one source. For one event loop. */
final class Tenure {
    private static final Logger log = LoggerFactory.getLogger(Tenure.class);
    private static final long RETRY_MILLIS = 500;

    private final Vertx vertx;
    private final Lease lease;
    private final ChangeSink.Opener sinks;
    private final ChangeSource.Opener sources;
    private @Nullable ChangeSink sink;
    private @Nullable ChangeSource source;
    private Future<Void> opening = Future.succeededFuture();
    private @Nullable Future<Void> ended;

    Tenure(Vertx vertx, Lease lease, ChangeSink.Opener sinks, ChangeSource.Opener sources) {
        this.vertx = vertx;
        this.lease = lease;
        this.sinks = sinks;
        this.sources = sources;
    }

    /** Tries until it reads or is ended. */
    void begin() {
        if (ended == null) {
            opening = sinks.open(lease).compose(this::readInto);
            opening.onFailure(this::beginAgain);
        }
    }

    /** Completes when nothing is read or written any more; never fails. */
    Future<Void> end() {
        if (ended == null) {
            ended = opening.transform(opened -> close());
        }
        return ended;
    }

    private Future<Void> readInto(ChangeSink opened) {
        sink = opened;
        return sources.open(lease, opened).map(reading -> {
            source = reading;
            reading.broken().onFailure(this::startOver);
            return null;
        });
    }

    /** What was read and is not written yet is read again from the stored position. */
    private void startOver(Throwable failure) {
        if (ended == null) {
            log.error("Reading the stream is broken off and begun anew", failure);
            beginAgain(failure);
        }
    }

    private void beginAgain(Throwable failure) {
        log.warn("The stream cannot be read yet: {}", failure.getMessage());
        close().onComplete(closed -> vertx.setTimer(RETRY_MILLIS, timer -> begin()));
    }

    private Future<Void> close() {
        var reading = source == null ? Future.<Void>succeededFuture() : source.stop();
        return reading.transform(stopped -> sink == null ? Future.succeededFuture() : sink.close())
                .transform(closed -> Future.succeededFuture());
    }
}
