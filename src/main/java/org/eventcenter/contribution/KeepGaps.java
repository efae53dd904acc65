package org.eventcenter.contribution;

import io.vertx.core.Future;
import java.util.List;
import org.eventcenter.stream.Quarantine;

/** Writes down what is given up of an event, before it is. */
record KeepGaps(long epoch, ContributionStore store) implements BatchCall<Gap> {
    @Override
    public String what() {
        return "a gap";
    }

    @Override
    public Future<Void> write(List<Gap> gaps) {
        return Future.all(gaps.stream().map(gap -> store.keepGap(epoch, gap)).toList())
                .mapEmpty();
    }

    @Override
    public Quarantine.Item refused(Gap gap, Throwable failure) {
        return new Quarantine.Item(
                null, gap.eventId(), Trouble.sqlState(failure), String.valueOf(failure.getMessage()), gap.toString());
    }
}
