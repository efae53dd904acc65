package org.eventcenter.contribution;

import io.vertx.core.Future;
import java.util.List;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.stream.Change.RevertMark;
import org.eventcenter.stream.Quarantine;

/** Writes facts about revisions that one event holds, and rings. */
record CorrectFacts(long epoch, long eventId, ContributionStore store, Doorbells bells)
        implements BatchCall<RevertMark> {
    @Override
    public String what() {
        return "corrections of event " + eventId;
    }

    @Override
    public Future<Void> write(List<RevertMark> facts) {
        return store.fact(epoch, eventId, facts).onSuccess(bells::ring).mapEmpty();
    }

    @Override
    public Quarantine.Item refused(RevertMark fact, Throwable failure) {
        return Refused.item(eventId, fact, failure);
    }
}
