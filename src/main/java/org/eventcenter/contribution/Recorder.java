package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eventcenter.database.Lease;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.stream.Change;
import org.eventcenter.stream.ChangeSink;
import org.eventcenter.stream.Quarantine;

/*
 * An edit goes to each event that its author is or was in; an event's changes are written in their order, one call at a
 * time (EventLane), so that one event's trouble holds back that event and the stored position, and nothing else; when so
 * much of it waits that the stream would have to be paused, it is given up and marked. The stream is paused only when the
 * database is away or slower than the stream.
 *
 * A fact about a revision is first a mark, committed for all events at once, then it goes to the events that hold the
 * revision or have it in hand. An edit is in the index from the moment at which it is read, so one that was read before
 * the mark's commit is known gets the fact, behind itself in its lane; one that is read later finds the mark. Either way
 * none is missed, and no edit waits for a mark.
 */

/** Writes the changes that are read under one lease. For one event loop. */
final class Recorder implements ChangeSink {
    private final Vertx vertx;
    private final Lease lease;
    private final ParticipantIndex index;
    private final ContributionStore store;
    private final Doorbells bells;
    private final RecorderConfig config;
    private final UntilWritten writer;
    private final EventLane.GiveUp giveUp;

    private final Map<Long, EventLane> events = new HashMap<>();
    private final Lane marks;
    private final KeepMarks keepMarks;

    private Runnable room = () -> {};
    private long waitingBytes;
    private boolean wasFull;

    Recorder(
            Vertx vertx,
            Lease lease,
            ParticipantIndex index,
            IndexWatch watch,
            ContributionStore store,
            Quarantine quarantine,
            Doorbells bells,
            RecorderConfig config) {
        this.vertx = vertx;
        this.lease = lease;
        this.index = index;
        this.store = store;
        this.bells = bells;
        this.config = config;
        this.writer = new UntilWritten(vertx, lease, config, quarantine, watch::catchUp);
        this.giveUp = new EventLane.GiveUp(writer, new KeepGaps(lease.epoch(), store), lease::isFresh, this::full);
        this.marks = new Lane(vertx, writer, 0, config.batch(), () -> {});
        this.keepMarks = new KeepMarks(lease.epoch(), store);
    }

    @Override
    public Future<Void> take(Change change) {
        waitingBytes += change.weight();
        wasFull |= full();
        return change.match(this::record, this::mark).onComplete(done -> leave(change.weight()));
    }

    @Override
    public boolean full() {
        return waitingBytes >= config.waitingBytes();
    }

    @Override
    public void onRoom(Runnable handler) {
        room = handler;
    }

    @Override
    public Future<Void> close() {
        writer.close();
        var closing = events.values().stream().map(EventLane::close).toList();
        return Future.join(closing).eventually(marks::close).mapEmpty();
    }

    private Future<Void> record(Change.Revision revision) {
        var author = index.find(revision.editor());
        if (author.isEmpty()) {
            return Future.succeededFuture();
        }
        var edit = new ParticipantEdit(author.get().accountId(), revision);
        var events = index.eventsFor(edit.accountId(), revision);
        return all(events.stream().map(event -> record(event.eventId(), edit)).toList());
    }

    private Future<Void> record(long eventId, ParticipantEdit edit) {
        index.hold(eventId, edit.revision().wiki(), edit.revision().revId());
        return event(eventId).add(edit);
    }

    private Future<Void> mark(Change.RevertMark fact) {
        return marks.add(keepMarks, fact, fact).compose(committed -> correct(fact));
    }

    private Future<Void> correct(Change.RevertMark fact) {
        var holders = index.holders(fact.wiki(), fact.revId());
        return all(holders.stream().map(eventId -> event(eventId).add(fact)).toList());
    }

    private EventLane event(long eventId) {
        return events.computeIfAbsent(
                eventId,
                first -> new EventLane(
                        vertx,
                        eventId,
                        config,
                        new RecordEdits(lease.epoch(), eventId, store, index, bells),
                        new CorrectFacts(lease.epoch(), eventId, store, bells),
                        giveUp));
    }

    /** There is room again only when half of it is free, so that the stream does not stutter. */
    private void leave(int weight) {
        waitingBytes -= weight;
        if (wasFull && waitingBytes <= config.waitingBytes() / 2) {
            wasFull = false;
            room.run();
        }
    }

    private static Future<Void> all(List<Future<Void>> writings) {
        return switch (writings.size()) {
            case 0 -> Future.succeededFuture();
            case 1 -> writings.get(0);
            default -> Future.all(writings).mapEmpty();
        };
    }
}
