package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.account.Right;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitors;
import org.eventcenter.web.Problem;

/**
 * Events as whoever asks may see them. A draft, a test event and an address without an event are told apart by its
 * organizers only: to everybody else there is no event there.
 */
public final class VisibleEvents {
    private final CampaignStore events;
    private final Visitors visitors;
    private final Rights rights;

    public VisibleEvents(CampaignStore events, Visitors visitors, Rights rights) {
        this.events = events;
        this.visitors = visitors;
        this.rights = rights;
    }

    /** The event that the part {@code :slug} of the address names; fails with {@link Problem#unknownEvent()}. */
    public Future<CampaignEvent> ofAddress(RoutingContext context) {
        var slug = context.pathParam("slug");
        if (Slug.check(slug).isPresent()) {
            return unknown();
        }
        return events.bySlug(slug)
                .compose(found -> found.isEmpty()
                        ? unknown()
                        : found.get().isPublic()
                                ? Future.succeededFuture(found.get())
                                : ifOrganizer(context, found.get()));
    }

    /** Whether whoever asks organizes this event. */
    public Future<Boolean> isOrganizer(RoutingContext context, CampaignEvent event) {
        return visitors.visitor(context).compose(visitor -> rights.may(visitor, Right.ORGANIZE, event.eventId()));
    }

    private Future<CampaignEvent> ifOrganizer(RoutingContext context, CampaignEvent event) {
        return isOrganizer(context, event).compose(may -> may ? Future.succeededFuture(event) : unknown());
    }

    private static Future<CampaignEvent> unknown() {
        return Future.failedFuture(Problem.unknownEvent().exception());
    }
}
