package org.eventcenter.contribution;

import io.vertx.pgclient.PgException;

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
    /** Anything else, and every unknown outcome: the same call again. */
    AGAIN;

    static Trouble of(Throwable failure) {
        var sqlState = sqlState(failure);
        return switch (sqlState) {
            case "EC001" -> LEASE_LOST;
            case "EC002" -> OTHER_SCOPE;
            case "EC404" -> NO_EVENT;
            // A number or a row given twice would be a broken rule of the lock, not a bad row.
            case "23505" -> AGAIN;
            default -> sqlState.startsWith("22") || sqlState.startsWith("23") ? BAD_ROW : AGAIN;
        };
    }

    static String sqlState(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState() != null ? refused.getSqlState() : "";
    }
}
