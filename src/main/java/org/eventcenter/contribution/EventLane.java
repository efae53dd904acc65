package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eventcenter.stream.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Whose calls fail while the database answers has a trouble of its own. Its changes wait until they fill its share of what
 * may wait, so that the stream is never paused for it; then they are given up: first it is written down from where the
 * stream is to be read again for this event, then they count as done, and the position goes on.
 */

/** The changes of one event on their way into the database. For one event loop. */
final class EventLane {
    private static final Logger log = LoggerFactory.getLogger(EventLane.class);

    private final long eventId;
    private final RecorderConfig config;
    private final Lane lane;
    private final RecordEdits edits;
    private final CorrectFacts facts;
    private final GiveUp giveUp;
    private boolean givingUp;

    /**
     * What an event needs to be given up.
     *
     * @param databaseAnswers false: it is the database's trouble, and so everybody's
     * @param allFull whether so much of all events waits that the stream is paused
     */
    record GiveUp(UntilWritten writer, KeepGaps gaps, BooleanSupplier databaseAnswers, BooleanSupplier allFull) {}

    EventLane(Vertx vertx, long eventId, RecorderConfig config, RecordEdits edits, CorrectFacts facts, GiveUp giveUp) {
        this.eventId = eventId;
        this.config = config;
        this.edits = edits;
        this.facts = facts;
        this.giveUp = giveUp;
        this.lane = new Lane(
                vertx, giveUp.writer(), config.collect().toMillis(), config.batch(), this::giveUpWhatFailsForLong);
    }

    /** Completes when it is written or given up. */
    Future<Void> add(ParticipantEdit edit) {
        return lane.add(edits, edit, edit.revision());
    }

    /** Completes when it is written or given up. */
    Future<Void> add(Change.RevertMark fact) {
        return lane.add(facts, fact, fact);
    }

    Future<Void> close() {
        return lane.close();
    }

    private void giveUpWhatFailsForLong() {
        boolean full =
                lane.bytes() >= config.shareOfAnEvent() || giveUp.allFull().getAsBoolean();
        if (full
                && !givingUp
                && lane.failsFor(config.eventPatience())
                && giveUp.databaseAnswers().getAsBoolean()) {
            giveUpAll();
        }
    }

    private void giveUpAll() {
        var waiting = lane.waiting();
        if (waiting.isEmpty()) {
            return;
        }
        givingUp = true;
        var gap = Gap.of(
                eventId, waiting.stream().<Change>map(Lane.Waiting::change).toList());
        giveUp.writer()
                .write(giveUp.gaps(), List.of(gap), () -> {})
                .onSuccess(kept -> {
                    log.error(
                            "Event {} could not be written for {} s: {} changes are given up, read the stream again from {}"
                                    + " to {} for it (table recording_gap)",
                            eventId,
                            config.eventPatience().toSeconds(),
                            gap.changes(),
                            gap.from(),
                            gap.to());
                    lane.giveUp(waiting);
                })
                .onFailure(failure -> log.warn("A gap of event {} was not kept: {}", eventId, failure.getMessage()))
                .onComplete(ended -> givingUp = false);
    }
}
