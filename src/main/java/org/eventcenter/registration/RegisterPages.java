package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.web.Pages;
import org.eventcenter.web.View;

/** Where people register by themselves: {@code /e/{slug}/register}. */
public final class RegisterPages {
    private final VisibleEvents events;
    private final Visitors visitors;
    private final Pages pages;

    public RegisterPages(VisibleEvents events, Visitors visitors, Pages pages) {
        this.events = events;
        this.visitors = visitors;
        this.pages = pages;
    }

    public void routes(Router router) {
        router.get("/e/:slug/register").handler(context -> show(context).onFailure(context::fail));
    }

    private Future<Void> show(RoutingContext context) {
        return events.ofAddress(context)
                .compose(event -> visitors.visitor(context).compose(visitor -> inviteToSignIn(context, event)));
    }

    private Future<Void> inviteToSignIn(RoutingContext context, CampaignEvent event) {
        return pages.show(
                context,
                View.of("registration/sign-in-first", pages.words(context).text("registration-title"))
                        .with("event", event));
    }
}
