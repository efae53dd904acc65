package org.eventcenter.registration;

import io.vertx.core.Future;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventDoor;
import org.jspecify.annotations.Nullable;

/** Tells the pages of events whether one can join, and whether one has. */
public final class RegistrationDoor implements EventDoor {
    private final RegistrationStore store;

    public RegistrationDoor(RegistrationStore store) {
        this.store = store;
    }

    @Override
    public Future<Seen> seenBy(CampaignEvent event, @Nullable Long accountId) {
        var joining = store.joining(event.eventId()).map(now -> State.valueOf(now.name()));
        var isIn = accountId == null
                ? Future.succeededFuture(false)
                : store.own(event.eventId(), accountId)
                        .map(own -> own.filter(Registration::isIn).isPresent());
        return Future.all(joining, isIn).map(both -> new Seen(joining.result(), isIn.result()));
    }
}
