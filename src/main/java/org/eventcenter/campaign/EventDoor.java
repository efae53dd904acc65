package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
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

    /** The door as somebody finds it who does not take part yet. */
    default Future<State> state(CampaignEvent event) {
        return seenBy(event, null).map(Seen::state);
    }

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
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As the API spells it. */
        String apiWord() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As scripts of pages get it: {@code opensAt} in milliseconds, null unless it opens by itself. */
        public JsonObject json(CampaignEvent event) {
            var opensAt = this == NOT_YET_OPEN ? event.opensAt() : null;
            return new JsonObject()
                    .put("state", word())
                    .put("opensAt", opensAt == null ? null : opensAt.toEpochMilli());
        }
    }
}
