package org.eventcenter.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Screens that open while things happen and leave soon: what each is shown first is as new as a node promises. */
final class Newcomers {
    private static final int AT_ONCE = 5;

    private final Truth truth;
    private final Duration snapshotAge;
    private final Queue<Newcomer> here = new ArrayDeque<>();

    private record Newcomer(TestScreen screen, long sinceNanos) {}

    Newcomers(Truth truth, Duration snapshotAge) {
        this.truth = truth;
        this.snapshotAge = snapshotAge;
    }

    void open(Supplier<TestScreen> opening) {
        var since = System.nanoTime();
        here.add(new Newcomer(opening.get(), since));
        if (here.size() > AT_ONCE) {
            leave(here.remove());
        }
    }

    void allLeave() {
        here.forEach(this::leave);
    }

    private void leave(Newcomer one) {
        one.screen.awaitTold(1);
        one.screen.close();
        var first = FoldedScreen.token(one.screen.told().get(0), "token");
        truth.showsNothingWithdrawn(first, one.sinceNanos - snapshotAge.toNanos());
    }
}
