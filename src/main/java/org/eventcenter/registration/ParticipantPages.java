package org.eventcenter.registration;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.campaign.WikiNames;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.web.CookieSecrets;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.Pages;
import org.eventcenter.web.SealedCookies;

/** The pages of participants: short address, register, confirmation, calendar file, my events. */
public final class ParticipantPages {
    private static final Duration FORM_IS_KEPT_FOR = Duration.ofMinutes(15);

    private final ShortAddressPages shortAddress;
    private final RegisterPages register;
    private final RegisteredPages registered;
    private final CalendarFile calendar;
    private final MyEventsPage myEvents;

    /** The web around them. */
    public record Surroundings(
            Vertx vertx, HttpConfig http, CookieSecrets secrets, Pages pages, Visitors visitors, Clock clock) {}

    /** Where they read. */
    public record Sources(VisibleEvents visible, CampaignStore events, FeedStore feeds, WikiNames wikiNames) {}

    public ParticipantPages(
            Surroundings hub,
            Sources sources,
            RegistrationStore store,
            RegistrationDesk desk,
            RegistrationChanges changes) {
        var visits = new EventVisits(sources.visible(), hub.visitors());
        var kept = new SealedCookies(hub.vertx(), hub.http(), hub.secrets(), "form", FORM_IS_KEPT_FOR);
        var confirmations =
                new Confirmations(store, sources.events(), sources.feeds(), sources.wikiNames(), hub.clock());
        this.shortAddress = new ShortAddressPages(hub.vertx(), sources.events(), hub.pages());
        this.register = new RegisterPages(
                visits, hub.pages(), store, new RegisterParticipant(desk, changes), kept, hub.clock());
        this.registered = new RegisteredPages(visits, hub.pages(), store, changes, confirmations);
        this.calendar = new CalendarFile(sources.visible(), hub.http());
        this.myEvents = new MyEventsPage(hub.visitors(), hub.pages(), store, sources.events(), hub.clock());
    }

    public void routes(Router router) {
        shortAddress.routes(router);
        register.routes(router);
        registered.routes(router);
        calendar.routes(router);
        myEvents.routes(router);
    }
}
