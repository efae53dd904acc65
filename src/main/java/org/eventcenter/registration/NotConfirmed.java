package org.eventcenter.registration;

import org.eventcenter.web.Problem;
import org.eventcenter.web.TellsProblem;

/**
 * Whether a change was written is not known: the database did not answer in time. The person is told so, and may try
 * again with the same request.
 */
public final class NotConfirmed extends RuntimeException implements TellsProblem {
    private static final long serialVersionUID = 1;
    private static final long RETRY_AFTER_SECONDS = 5;

    NotConfirmed(Throwable cause) {
        super("the database did not confirm the change", cause);
    }

    @Override
    public Problem problem() {
        return Problem.of(503, "unavailable").retryAfter(RETRY_AFTER_SECONDS);
    }
}
