package org.eventcenter;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No class hangs for ever. The time-outs of JUnit end a method that can be interrupted; this ends the JVM, after it has
 * written where each thread stands, when the beginning or the end of a class is waited for too long: in a static
 * initializer, a loop that nothing interrupts, or between two classes. It ends with the run it was made for: a JVM of
 * several has one a class. JUnit finds it under {@code META-INF/services}.
 */
public final class ClassDeadline implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    /** Several times what the slowest class takes on a loaded machine. */
    static final Duration CLASS = Duration.ofMinutes(5);

    /** Tests with the tag {@code soak} are left out of the usual run because they take their time. */
    static final Duration SOAK = Duration.ofHours(2);

    /** What the JVM then ends with. */
    static final int STATUS = 86;

    private static final Duration BEAT = Duration.ofMillis(200);

    /** What runs, and until when it may, by {@link System#nanoTime}. */
    private record Bound(String what, long until) {}

    private final Thread watcher = new Thread(this::watch, "class-deadline");
    private volatile Bound bound = new Bound("the first class", 0);

    public ClassDeadline() {
        began("the first class", CLASS);
        watcher.setDaemon(true);
        watcher.start();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ClassDeadline.class))
                .getOrComputeIfAbsent("end", first -> (AutoCloseable) this::end);
        began(context.getRequiredTestClass().getName(), CLASS);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (context.getTags().contains("soak")) {
            began(context.getRequiredTestClass().getName(), SOAK);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        began("what follows " + context.getRequiredTestClass().getName(), CLASS);
    }

    void end() {
        watcher.interrupt();
    }

    void began(String what, Duration limit) {
        bound = new Bound(what, System.nanoTime() + limit.toNanos());
    }

    private void watch() {
        while (System.nanoTime() - bound.until < 0) {
            if (watcher.isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(BEAT.toNanos());
        }
        report(bound.what, System.err);
        Runtime.getRuntime().halt(STATUS);
    }

    /** All of each stack, which {@link java.lang.management.ThreadInfo#toString} does not give. */
    private static void report(String what, PrintStream out) {
        out.println("Over its time: " + what + ". Each thread stands here:");
        for (var thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            out.println("\"" + thread.getThreadName() + "\" " + thread.getThreadState());
            for (var frame : thread.getStackTrace()) {
                out.println("    at " + frame);
            }
        }
        out.flush();
    }
}
