package org.eventcenter.stream;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes frames in: each becomes a step of the position, and the few that tell a change go to the sink. */
final class EventIntake implements SseHandler {
    private static final Logger log = LoggerFactory.getLogger(EventIntake.class);
    private static final String ERROR = "error";

    private final ChangeReader reader;
    private final RecentEvents recent;
    private final StreamPosition position;
    private final ChangeSink sink;
    private final MalformedEvents malformed;
    private final StreamFigures figures;
    private final SourceWatch watch;
    private Consumer<Throwable> failed = failure -> {};
    private long newer;

    EventIntake(
            ChangeReader reader,
            RecentEvents recent,
            StreamPosition position,
            ChangeSink sink,
            SourceWatch watch,
            MalformedEvents malformed,
            StreamFigures figures) {
        this.reader = reader;
        this.recent = recent;
        this.position = position;
        this.sink = sink;
        this.watch = watch;
        this.malformed = malformed;
        this.figures = figures;
    }

    /** The handler runs for each change that the sink did not take to its end, with the reason. */
    void onFailure(Consumer<Throwable> handler) {
        failed = handler;
    }

    /** How many edits came so far that were newer than all before them. */
    long newer() {
        return newer;
    }

    @Override
    public void message(String name, byte[] data) {
        if (name.equals(ERROR)) {
            log.warn("The stream reports an error and will end: {} bytes", data.length);
            log.debug("{}", new String(data, StandardCharsets.UTF_8));
            return;
        }
        figures.events().increment();
        recent.keep(data);
        take(reader.read(data), data);
    }

    /** More is known now: what was dismissed a moment ago may be somebody's. The position is past it. */
    void lookAgain(Interest known) {
        for (var change : recent.changesFor(known)) {
            figures.foundLater().increment();
            taken(change).onFailure(failed::accept);
        }
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
        if (seen == null) {
            return;
        }
        if (change != null) {
            give(seen, change);
        } else {
            position.dismissed(seen);
        }
        if (watch.came(seen)) {
            newer++;
        }
    }

    private void give(TopicTime seen, Change change) {
        figures.changes().increment();
        var step = position.read(seen);
        taken(change).onSuccess(done -> step.done()).onFailure(failed::accept);
    }

    private Future<Void> taken(Change change) {
        try {
            return sink.take(change);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
