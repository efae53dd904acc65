package org.eventcenter.stream;

import io.vertx.core.Future;
import org.eventcenter.database.Lease;

/**
 * Where the changes go that were read under one lease. Called on one event loop, in reading order.
 */
public interface ChangeSink {
    /**
     * Completes when the change is committed, in quarantine or dismissed, and so never has to be read again; fails only
     * when the lease is lost. Takes every change, also when {@link #full()}.
     */
    Future<Void> take(Change change);

    /** Whether so many bytes wait that the reader should pause. */
    boolean full();

    /** The handler runs each time when there is room again after {@link #full()}. */
    void onRoom(Runnable handler);

    /** No call starts any more; completes when those under way have ended. What waits is left unfinished. */
    Future<Void> close();

    /** Makes a sink for one tenure of the reader. */
    @FunctionalInterface
    interface Opener {
        /** Completes when the sink knows everybody who is known to the database. */
        Future<ChangeSink> open(Lease lease);
    }
}
