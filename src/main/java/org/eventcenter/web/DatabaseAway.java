package org.eventcenter.web;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

/** Tells a database that does not answer right now from a fault of ours. */
final class DatabaseAway {
    /** The pool gives its time-out no class of its own. */
    private static final String POOL_TIMEOUT = "Timeout waiting for connection";

    private DatabaseAway() {}

    /** Connection lost (08), too much at once (53), cancelled or shutting down (57), not ready, or a lock that did not come (55). */
    static boolean is(Throwable cause) {
        if (cause instanceof PgException failure) {
            var state = String.valueOf(failure.getSqlState());
            return state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("55");
        }
        return cause instanceof ClosedConnectionException
                || (cause instanceof VertxException && POOL_TIMEOUT.equals(cause.getMessage()))
                || cause instanceof ConnectException
                || cause instanceof TimeoutException;
    }
}
