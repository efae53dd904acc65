package org.eventcenter.contribution;

import io.vertx.core.Future;
import java.util.List;
import org.eventcenter.stream.Change.RevertMark;
import org.eventcenter.stream.Quarantine;

/** Writes facts as marks, for whichever event gets their revision sooner or later. */
record KeepMarks(long epoch, ContributionStore store) implements BatchCall<RevertMark> {
    @Override
    public String what() {
        return "marks";
    }

    @Override
    public Future<Void> write(List<RevertMark> facts) {
        return store.mark(epoch, facts);
    }

    @Override
    public Quarantine.Item refused(RevertMark fact, Throwable failure) {
        return Refused.item(null, fact, failure);
    }
}
