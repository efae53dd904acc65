package org.eventcenter.wiki;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last site matrix and renews it in the background: whoever asks waits only for the first one. A list that
 * could not be renewed stays in use. Safe for several threads.
 */
final class SiteMatrixCache {
    private static final Logger LOG = LoggerFactory.getLogger(SiteMatrixCache.class);
    private static final Duration FRESH_FOR = Duration.ofHours(12);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);

    private final Supplier<Future<SiteMatrix>> load;
    private final Clock clock;
    private @Nullable Future<SiteMatrix> current;
    private Instant renewAt = Instant.MIN;

    SiteMatrixCache(Supplier<Future<SiteMatrix>> load, Clock clock) {
        this.load = load;
        this.clock = clock;
    }

    synchronized Future<SiteMatrix> get() {
        if (current == null || current.failed()) {
            renewAt = clock.instant().plus(FRESH_FOR);
            current = load.get();
        } else if (current.succeeded() && !clock.instant().isBefore(renewAt)) {
            renewAt = clock.instant().plus(TRY_AGAIN_AFTER);
            load.get()
                    .onSuccess(this::replace)
                    .onFailure(failure -> LOG.warn("The list of wikis could not be renewed: {}", failure.getMessage()));
        }
        return current;
    }

    private synchronized void replace(SiteMatrix renewed) {
        current = Future.succeededFuture(renewed);
        renewAt = clock.instant().plus(FRESH_FOR);
    }
}
