package org.eventcenter.contribution;

import io.vertx.core.Future;
import java.time.Duration;
import org.eventcenter.campaign.LateEdits;
import org.eventcenter.stream.SourceState;
import org.eventcenter.stream.SourceStore;

/** Says until when late edits may arrive, as long as the source of edits is read in time. */
public final class SourceLateEdits implements LateEdits {
    private final SourceStore source;
    private final Duration grace;

    public SourceLateEdits(SourceStore source, Duration grace) {
        this.source = source;
        this.grace = grace;
    }

    @Override
    public Future<Outlook> outlook() {
        return source.now().map(state -> new Outlook(grace, state.kind() == SourceState.Kind.LIVE));
    }
}
