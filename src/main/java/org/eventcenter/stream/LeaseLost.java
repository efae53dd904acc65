package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;

/** Another node reads the stream now: nothing was written, and nothing may be written any more with our epoch. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String SQLSTATE = "EC001";

    private LeaseLost() {
        super("another node reads the stream", null, false, false);
    }

    /** Gives the failure of a call that the lease fences by its name, every other one as it is. */
    public static <T> Future<T> named(Throwable failure) {
        return Future.failedFuture(
                failure instanceof PgException pg && SQLSTATE.equals(pg.getSqlState()) ? new LeaseLost() : failure);
    }
}
