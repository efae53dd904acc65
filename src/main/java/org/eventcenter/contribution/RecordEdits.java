package org.eventcenter.contribution;

import io.vertx.core.Future;
import java.util.List;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.stream.Quarantine;

/** Writes edits of one event, and rings. */
record RecordEdits(long epoch, long eventId, ContributionStore store, ParticipantIndex index, Doorbells bells)
        implements BatchCall<ParticipantEdit> {
    @Override
    public String what() {
        return "edits of event " + eventId;
    }

    /** An event that is no longer in the index is final: nothing of it changes any more. */
    @Override
    public Future<Void> write(List<ParticipantEdit> edits) {
        return index.event(eventId)
                .map(event -> store.record(epoch, eventId, event.scopeVersion(), edits)
                        .onSuccess(bells::ring)
                        .<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    @Override
    public Quarantine.Item refused(ParticipantEdit edit, Throwable failure) {
        return Refused.item(eventId, edit.revision(), failure);
    }
}
