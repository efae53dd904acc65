package org.eventcenter.contribution;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** Why a call was not committed, and so what to do about it. */
enum Trouble {
    /** Another node reads the stream now: write nothing more. */
    LEASE_LOST,
    /** The event's scope changed meanwhile: ask again what it is. */
    OTHER_SCOPE,
    /** The event is gone, and with it whoever wanted these changes. */
    NO_EVENT,
    /** A row of the batch is one that the database can never keep. */
    BAD_ROW,
    /** The database is away, too busy or not as it should be, or the outcome is not known: the same call again. */
    AGAIN,
    /** Nobody foresaw it, so it may lie in a row: the same call again, but not for ever. */
    UNKNOWN;

    /** Time limits, lock waits, dead-locks, lost connections, a full disk, shut-downs, a wrong schema: no row's fault. */
    private static final Set<String> NO_ROWS_FAULT =
            Set.of("08", "0A", "25", "28", "3D", "3F", "40", "42", "53", "55", "57", "58");

    static Trouble of(Throwable failure) {
        var sqlState = sqlState(failure);
        return switch (sqlState) {
            case "EC001" -> LEASE_LOST;
            case "EC002" -> OTHER_SCOPE;
            case "EC404" -> NO_EVENT;
            // A number or a row given twice would be a broken rule of the lock, not a bad row.
            case "23505" -> UNKNOWN;
            case "" -> isThrownByUs(failure) ? UNKNOWN : AGAIN;
            default -> ofClass(sqlState.substring(0, 2));
        };
    }

    /** 22 and 23: values that no row may have; 54: what is too long for an index or a page of the table. */
    private static Trouble ofClass(String sqlStateClass) {
        return switch (sqlStateClass) {
            case "22", "23", "54" -> BAD_ROW;
            default -> NO_ROWS_FAULT.contains(sqlStateClass) ? AGAIN : UNKNOWN;
        };
    }

    private static boolean isThrownByUs(Throwable failure) {
        return failure instanceof RuntimeException
                && !(failure instanceof VertxException)
                && !(failure instanceof IllegalStateException);
    }

    static String sqlState(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState() != null ? refused.getSqlState() : "";
    }
}
