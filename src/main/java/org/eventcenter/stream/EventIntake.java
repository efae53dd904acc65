package org.eventcenter.stream;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes frames in: each becomes a step of the position, and the few that tell a change go to the sink. */
final class EventIntake implements SseHandler {
    private static final Logger log = LoggerFactory.getLogger(EventIntake.class);
    private static final String ERROR = "error";

    private final ChangeReader reader;
    private final StreamPosition position;
    private final ChangeSink sink;
    private final MalformedEvents malformed;
    private final StreamFigures figures;
    private Runnable leaseLost = () -> {};
    private long told;

    EventIntake(
            ChangeReader reader,
            StreamPosition position,
            ChangeSink sink,
            MalformedEvents malformed,
            StreamFigures figures) {
        this.reader = reader;
        this.position = position;
        this.sink = sink;
        this.malformed = malformed;
        this.figures = figures;
    }

    /** The handler runs for each change that cannot be recorded because the lease is lost. */
    void onLeaseLost(Runnable handler) {
        leaseLost = handler;
    }

    /** How many events came so far. */
    long told() {
        return told;
    }

    @Override
    public void message(String name, byte[] data) {
        if (name.equals(ERROR)) {
            log.warn("The stream reports an error and will end: {} bytes", data.length);
            log.debug("{}", new String(data, StandardCharsets.UTF_8));
            return;
        }
        told++;
        figures.events().increment();
        take(reader.read(data), data);
    }

    @Override
    public void huge() {
        malformed.huge();
    }

    private void take(Reading reading, byte[] data) {
        var seen = reading.seen();
        var change = reading.change();
        if (reading.fault() != null) {
            malformed.unreadable(seen, reading.fault(), data);
        }
        if (seen != null && change != null) {
            give(seen, change);
        } else if (seen != null) {
            position.dismissed(seen);
        }
    }

    private void give(TopicTime seen, Change change) {
        figures.changes().increment();
        var step = position.read(seen);
        sink.take(change).onSuccess(done -> step.done()).onFailure(failure -> leaseLost.run());
    }
}
