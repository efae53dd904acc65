package org.eventcenter.database;

import java.util.concurrent.TimeoutException;

/** PostgreSQL has answered nobody for as long as people wait. What was asked may still be done. */
public final class StandsStill extends TimeoutException {
    private static final long serialVersionUID = 1;

    StandsStill() {
        super("PostgreSQL answers nobody");
    }
}
