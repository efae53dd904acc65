package org.eventcenter.live;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a socket does that cannot take more: its watchers wait, nothing is kept for them, and when it has drained they join
 * anew, with longer and longer pauses. A socket that takes nothing for too long is given up.
 */
final class Drain {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final LiveConfig config;
    private final LongSupplier nanoTime;
    private final Consumer<Watcher> joinAgain;
    private final Runnable giveUp;
    private final Set<Watcher> waiting = new LinkedHashSet<>();
    private long patience = NONE;
    private boolean pausing;
    private long pauseMillis;
    private long caughtUpAt;

    Drain(Vertx vertx, LiveConfig config, LongSupplier nanoTime, Consumer<Watcher> joinAgain, Runnable giveUp) {
        this.vertx = vertx;
        this.config = config;
        this.nanoTime = nanoTime;
        this.caughtUpAt = nanoTime.getAsLong();
        this.joinAgain = joinAgain;
        this.giveUp = giveUp;
    }

    void await(Watcher watcher) {
        waiting.add(watcher);
        if (patience == NONE && !pausing) {
            patience = vertx.setTimer(config.drainWithin().toMillis(), timer -> giveUp.run());
        }
    }

    void drained() {
        vertx.cancelTimer(patience);
        patience = NONE;
        if (waiting.isEmpty() || pausing) {
            return;
        }
        var left = pauseMillis - (nanoTime.getAsLong() - caughtUpAt) / 1_000_000;
        if (left <= 0) {
            catchUp();
        } else {
            pausing = true;
            vertx.setTimer(left, timer -> catchUp());
        }
    }

    void end() {
        vertx.cancelTimer(patience);
        waiting.clear();
    }

    private void catchUp() {
        pausing = false;
        lengthenPause();
        List<Watcher> ready = new ArrayList<>(waiting);
        waiting.clear();
        ready.removeIf(Watcher::isGone);
        ready.forEach(joinAgain);
    }

    /** After a good while without trouble the pauses begin anew. */
    private void lengthenPause() {
        var longest = config.catchUpPauseLongest().toMillis();
        var quiet = (nanoTime.getAsLong() - caughtUpAt) / 1_000_000;
        pauseMillis = quiet > 2 * longest || pauseMillis == 0
                ? config.catchUpPause().toMillis()
                : Math.min(longest, 2 * pauseMillis);
        caughtUpAt = nanoTime.getAsLong();
    }
}
