package org.eventcenter.command;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/** How the main thread, which is no event loop, waits for what is done on one. */
final class Waiting {
    private Waiting() {}

    static <T> T result(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    /** For what is being stopped: goes on when it takes too long or fails, and says so in the log. */
    static void end(String what, Future<?> end, int seconds) {
        var log = LoggerFactory.getLogger(Waiting.class);
        try {
            end.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn("{} did not stop within {} seconds", what, seconds);
        } catch (ExecutionException e) {
            log.warn("{} did not stop in order", what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
