package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.VisibleEvents;

/** Finds out which event a request is about and who asks. */
final class EventVisits {
    private final VisibleEvents events;
    private final Visitors visitors;

    EventVisits(VisibleEvents events, Visitors visitors) {
        this.events = events;
        this.visitors = visitors;
    }

    /** Asks for both at once. Fails with a problem when there is no such event for this visitor. */
    Future<EventVisit> of(RoutingContext context) {
        var visitor = visitors.visitor(context);
        return events.ofAddress(context).compose(event -> visitor.map(known -> new EventVisit(event, known.account())));
    }
}
