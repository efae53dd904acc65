package org.eventcenter.campaign;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Tells pages whether one can join an event now. Registration knows; open or full is asked at each request. */
@FunctionalInterface
public interface EventDoor {
    /**
     * The door as this visitor finds it.
     *
     * @param accountId of who is looking; null: nobody we know
     */
    Future<Seen> seenBy(CampaignEvent event, @Nullable Long accountId);

    /**
     * What a visitor finds.
     *
     * @param isIn whether this visitor takes part
     */
    record Seen(State state, boolean isIn) {}

    /** How the door of an event stands. */
    enum State {
        OPEN,
        FULL,
        NOT_YET_OPEN,
        CLOSED,
        ENDED,
        CANCELLED;

        /** As in the keys of messages. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
