package org.eventcenter.command;

import java.io.IOException;
import java.net.BindException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eventcenter.config.ConfigMistakes;
import org.eventcenter.config.DataFolder;
import org.eventcenter.module.CannotStart;
import org.slf4j.LoggerFactory;

/** Says in a sentence why something could not be done; the stack trace is for {@code logging.level: debug}. */
public final class Failures {
    static final int FAILED = 1;
    static final int MISCONFIGURED = 2;

    private Failures() {}

    /** Writes the sentence to standard error and returns the exit status. */
    public static int tell(Throwable failure) {
        LoggerFactory.getLogger(Failures.class).debug("Failed", failure);
        if (failure instanceof ConfigMistakes wrong) {
            System.err.println("event-center: the configuration cannot be used:");
            wrong.mistakes().forEach(mistake -> System.err.println("  - " + mistake));
            return MISCONFIGURED;
        }
        System.err.println("event-center: " + sentence(failure));
        return FAILED;
    }

    private static String sentence(Throwable failure) {
        return find(failure, CannotStart.class)
                .map(Throwable::getMessage)
                .or(() -> find(failure, BindException.class).map(Failures::takenPort))
                .or(() -> find(failure, IOException.class).map(DataFolder::reason))
                .orElseGet(() -> "something unforeseen happened: " + root(failure)
                        + " (more of it with EVENT_CENTER_LOGGING_LEVEL=debug)");
    }

    private static String takenPort(BindException failure) {
        return "the port of the pages is taken by another program (" + failure.getMessage()
                + "); choose another with --port, or 0 for any free one.";
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ExecutionException
                ? "unknown"
                : Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }
}
