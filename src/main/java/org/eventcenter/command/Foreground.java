package org.eventcenter.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs something until the process is told to end. On Ctrl-C or SIGTERM the JVM runs its shutdown hook, which here does
 * nothing but wake the main thread and wait until that has stopped everything, so there is one order of stopping.
 */
final class Foreground {
    private static final int STOP_SECONDS = 10;

    private final CountDownLatch toldToEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean starting = new AtomicBoolean(true);
    private final Thread main = Thread.currentThread();

    /** What is run. Both methods block; {@code stop} is called once, whatever became of {@code start}. */
    interface Work {
        /** May be interrupted, and then leaves nothing behind that {@code stop} does not end. */
        void start() throws Exception;

        void stop();
    }

    /** Returns the exit status; a start that fails is told in one sentence. */
    int run(Work work) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "shutdown"));
        try {
            work.start();
            starting.set(false);
            toldToEnd.await();
            return 0;
        } catch (Exception e) {
            return toldToEnd.getCount() == 0 ? 0 : Failures.tell(e);
        } finally {
            starting.set(false);
            Thread.interrupted(); // what follows must not be cut short
            work.stop();
            ended.countDown();
        }
    }

    private void end() {
        toldToEnd.countDown();
        if (starting.get()) {
            main.interrupt();
        }
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("event-center: not everything stopped within " + STOP_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
