package org.eventcenter.campaign;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells pages until when edits of an event that has ended may still move its figures. Who counts them knows. */
@FunctionalInterface
public interface LateEdits {
    /** As it stands now, for all events. Fails when the database is away. */
    Future<Outlook> outlook();

    /**
     * What can be said of it.
     *
     * @param grace how long after its end the figures of an event may still move
     * @param sourceIsInTime whether edits arrive soon after they were made; otherwise nobody knows when the last will
     */
    record Outlook(Duration grace, boolean sourceIsInTime) {
        /** The moment at which the figures become final; empty when nobody can say. */
        public Optional<Instant> finalFrom(CampaignEvent event) {
            var end = event.endsAt().isAfter(event.createdAt()) ? event.endsAt() : event.createdAt();
            return Optional.of(end.plus(grace)).filter(moment -> sourceIsInTime);
        }
    }
}
