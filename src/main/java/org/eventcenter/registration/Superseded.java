package org.eventcenter.registration;

import io.vertx.core.Future;
import org.eventcenter.web.Problem;
import org.eventcenter.web.TellsProblem;

/** A later wish about the same person holds, so this one, whose outcome had been unknown until now, changed nothing. */
public final class Superseded extends RuntimeException implements TellsProblem {
    private static final long serialVersionUID = 1;

    Superseded() {
        super("a later wish about this person holds", null, false, false);
    }

    /** For a page that shows afterwards what holds: the later wish is no failure there. */
    static Future<Void> letStand(Throwable failure) {
        return failure instanceof Superseded ? Future.succeededFuture() : Future.failedFuture(failure);
    }

    @Override
    public Problem problem() {
        return Problem.of(409, "superseded");
    }
}
