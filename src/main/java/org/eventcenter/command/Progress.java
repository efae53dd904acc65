package org.eventcenter.command;

import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Tells somebody who waits what is being done, one line a step. */
final class Progress {
    private Progress() {}

    /** For people at a terminal. */
    static Consumer<String> lines() {
        return step -> System.out.println("  " + step + " …");
    }

    /** For programs that read the log. */
    static Consumer<String> log() {
        return step -> LoggerFactory.getLogger(Progress.class).info("{}", step);
    }
}
