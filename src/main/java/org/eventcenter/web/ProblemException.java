package org.eventcenter.web;

/** Carries a problem to the handler that answers with it. Has no stack trace: a wrong request is no fault of ours. */
public final class ProblemException extends RuntimeException implements TellsProblem {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.name(), null, false, false);
        this.problem = problem;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
