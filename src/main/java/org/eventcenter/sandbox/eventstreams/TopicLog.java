package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** The events of one topic, in the order of their arrival, with offsets that have no gap. The oldest are forgotten. */
final class TopicLog {
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final String name;
    private final int kept;
    private final List<LoggedEvent> events = new ArrayList<>();
    private long nextOffset;

    TopicLog(String name, long firstOffset, int kept) {
        this.name = name;
        this.nextOffset = firstOffset;
        this.kept = kept;
    }

    String name() {
        return name;
    }

    long nextOffset() {
        return nextOffset;
    }

    void append(long millis, Buffer data) {
        events.add(new LoggedEvent(nextOffset++, millis, data));
        if (events.size() > kept + FORGOTTEN_AT_ONCE) {
            events.subList(0, FORGOTTEN_AT_ONCE).clear();
        }
    }

    private long firstOffset() {
        return nextOffset - events.size();
    }

    boolean holds(long offset) {
        return offset >= firstOffset() && offset <= nextOffset;
    }

    /** The event at an offset that was not reached by forgetting; the oldest kept one where it was. */
    LoggedEvent at(long offset) {
        return events.get((int) Math.max(0, offset - firstOffset()));
    }

    /** The first event that was taken at this time or later; {@link StartPosition#END} if there is none. */
    long offsetAt(long millis) {
        return events.stream()
                .filter(event -> event.millis() >= millis)
                .findFirst()
                .map(LoggedEvent::offset)
                .orElse(StartPosition.END);
    }
}
