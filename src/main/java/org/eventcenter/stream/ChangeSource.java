package org.eventcenter.stream;

import io.vertx.core.Future;
import org.eventcenter.database.Lease;

/** Where changes come from, under one lease. It hands them to its sink in reading order, and reconnects by itself. */
public interface ChangeSource {
    /** Completes when its connection is closed and nothing more goes to the sink; never fails. */
    Future<Void> stop();

    /** Fails when it reads no more although it was not stopped and the lease is not known to be lost; never succeeds. */
    Future<Void> broken();

    /** Begins to read, once for each tenure. */
    @FunctionalInterface
    interface Opener {
        /**
         * Completes when it reads, or will as soon as the other side lets it; fails when the database is away, and with
         * {@link LeaseLost}.
         */
        Future<ChangeSource> open(Lease lease, ChangeSink sink);
    }
}
