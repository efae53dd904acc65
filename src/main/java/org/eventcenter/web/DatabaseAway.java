package org.eventcenter.web;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

/** Tells a database that does not answer right now from a fault of ours. */
final class DatabaseAway {
    private DatabaseAway() {}

    /** Connection lost (08), too much at once (53), cancelled or shutting down (57), a lock that did not come (55P03). */
    static boolean is(Throwable cause) {
        if (cause instanceof PgException failure) {
            var state = String.valueOf(failure.getSqlState());
            return state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.equals("55P03");
        }
        return cause instanceof ClosedConnectionException
                || cause instanceof ConnectException
                || cause instanceof TimeoutException;
    }
}
