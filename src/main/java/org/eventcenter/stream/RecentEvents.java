package org.eventcenter.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/*
 * Whoever joins at another node is known here about a second later, and what they do in between is dismissed as
 * nobody's. So the events of the last seconds are kept as they came, whatever became of them, and read once more for
 * those who became known. What is recorded twice changes nothing, and the position is none of this: it moved on when the
 * event was read, and a reader that takes over begins before it.
 */

/** The events that were read in the last seconds, for a second look. For one event loop. */
final class RecentEvents {
    /** Longer than any node takes to know who joined, as long as it can read the database. */
    static final Duration KEPT = Duration.ofSeconds(5);

    /** More than all wikis together say in that time. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    static final int MOST_EVENTS = 10_000;

    private final LongSupplier nanoTime;
    private final LongAdder droppedEarly;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long bytes;

    private static final class Kept {
        private final byte[] event;
        private final long atNanos;

        Kept(byte[] event, long atNanos) {
            this.event = event;
            this.atNanos = atNanos;
        }
    }

    /** {@code droppedEarly}: counts what had to give way before its time was over. */
    RecentEvents(LongSupplier nanoTime, LongAdder droppedEarly) {
        this.nanoTime = nanoTime;
        this.droppedEarly = droppedEarly;
    }

    void keep(byte[] event) {
        var now = nanoTime.getAsLong();
        kept.add(new Kept(event, now));
        bytes += event.length;
        dropOld(now);
        while (bytes > MOST_BYTES || kept.size() > MOST_EVENTS) {
            dropOldest();
            droppedEarly.increment();
        }
    }

    /** The changes that concern these people, in the order in which they were read. */
    List<Change> changesFor(Interest known) {
        dropOld(nanoTime.getAsLong());
        var reader = new ChangeReader(known);
        return kept.stream()
                .map(one -> reader.read(one.event).change())
                .<Change>mapMulti((change, found) -> {
                    if (change != null) {
                        found.accept(change);
                    }
                })
                .toList();
    }

    private void dropOld(long now) {
        while (!kept.isEmpty() && now - kept.element().atNanos >= KEPT.toNanos()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        bytes -= kept.remove().event.length;
    }
}
