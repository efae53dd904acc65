package org.eventcenter.wiki;

import java.time.Duration;
import org.eventcenter.web.Problem;
import org.eventcenter.web.TellsProblem;

/** The wiki did not answer, or not in a way that can be used. Nothing is known then: no name is missing because of it. */
public final class WikiUnavailable extends RuntimeException implements TellsProblem {
    private static final long serialVersionUID = 1;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Duration retryAfter;
    private final boolean busy;

    private WikiUnavailable(String reason, Duration retryAfter, boolean busy) {
        super(reason, null, false, false);
        this.retryAfter = retryAfter;
        this.busy = busy;
    }

    WikiUnavailable(String reason) {
        this(reason, SOON, false);
    }

    /** The wiki itself asks us to come back after this time. */
    static WikiUnavailable busy(String reason, Duration retryAfter) {
        return new WikiUnavailable(reason, retryAfter, true);
    }

    /** When asking again makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public Problem problem() {
        return Problem.of(503, "wiki-unavailable").retryAfter(Math.max(1, retryAfter.toSeconds()));
    }

    boolean isBusy() {
        return busy;
    }
}
