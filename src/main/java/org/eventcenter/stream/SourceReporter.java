package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.eventcenter.database.Lease;
import org.eventcenter.stream.SourceState.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes for all nodes how the source stands, at once when that changes, and says so in the log. For one event loop. */
final class SourceReporter {
    private static final Logger log = LoggerFactory.getLogger(SourceReporter.class);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final SourceStore store;
    private final Lease lease;
    private final SourceWatch watch;
    private final LongSupplier nanoTime;
    private Future<Void> writing = Future.succeededFuture();
    private @Nullable Kind written;
    private @Nullable Kind logged;
    private long writtenAt;
    private long loggedAt;
    private String cause = "";
    private long timer = -1;

    SourceReporter(Vertx vertx, SourceStore store, Lease lease, SourceWatch watch, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.store = store;
        this.lease = lease;
        this.watch = watch;
        this.nanoTime = nanoTime;
    }

    void start() {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> look());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Why the last connection ended, for the log. */
    void connectionEnded(String why) {
        cause = why;
    }

    private void look() {
        var judged = watch.judge();
        var now = nanoTime.getAsLong();
        log(judged.kind(), judged.exactUpTo(), now);
        var isDue = judged.kind() != written || now - writtenAt >= WRITTEN_EVERY.toNanos();
        if (isDue && writing.isComplete() && lease.isFresh()) {
            writing = store.tell(lease.epoch(), judged.kind(), judged.exactUpTo())
                    .onSuccess(done -> {
                        written = judged.kind();
                        writtenAt = now;
                    })
                    .onFailure(e -> log.debug("How the source stands was not written: {}", e.getMessage()));
        }
    }

    private void log(Kind kind, @Nullable Instant exactUpTo, long now) {
        if (kind == logged) {
            return;
        }
        var seconds = Duration.ofNanos(now - loggedAt).toSeconds();
        switch (kind) {
            case AWAY ->
                log.warn("No connection to the stream: {}; edits are exact up to {}", reason(cause), upTo(exactUpTo));
            case LATE -> log.warn("Nothing new comes from the stream; edits are exact up to {}", upTo(exactUpTo));
            case CATCHING_UP -> log.info("Catching up with the stream; edits are exact up to {}", upTo(exactUpTo));
            case LIVE -> {
                if (logged == null) {
                    log.info("Edits arrive as they are made");
                } else {
                    log.info("Edits arrive as they are made again; it was {} for {} s", logged.word(), seconds);
                }
            }
        }
        logged = kind;
        loggedAt = now;
    }

    private static String reason(String cause) {
        return cause.isEmpty() ? "it does not answer" : cause;
    }

    /** Whoever takes the stream over does not know at first what was read before. */
    private static Object upTo(@Nullable Instant moment) {
        return moment == null ? "where it was read before" : moment;
    }
}
