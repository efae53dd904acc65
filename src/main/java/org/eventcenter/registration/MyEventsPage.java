package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eventcenter.account.Account;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventPhase;
import org.eventcenter.web.Pages;
import org.eventcenter.web.View;

/** The events of whoever is signed in, {@code /my}: now, coming and past, also those that the person left. */
final class MyEventsPage {
    private final Visitors visitors;
    private final Pages pages;
    private final RegistrationStore registrations;
    private final CampaignStore events;
    private final Clock clock;

    MyEventsPage(Visitors visitors, Pages pages, RegistrationStore registrations, CampaignStore events, Clock clock) {
        this.visitors = visitors;
        this.pages = pages;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    void routes(Router router) {
        router.get("/my").handler(context -> look(context).onFailure(context::fail));
    }

    private Future<Void> look(RoutingContext context) {
        return visitors.visitor(context)
                .compose(visitor -> visitor.account().isEmpty()
                        ? pages.show(context, view(context, "my-sign-in").withStatus(401))
                        : show(context, visitor.account().get(), visitor.mayJoinWiki()));
    }

    /** {@code local}: nobody but this hub knows the name yet. */
    private Future<Void> show(RoutingContext context, Account account, boolean local) {
        return registrations
                .ofAccount(account.accountId())
                .compose(this::withEvents)
                .compose(own -> pages.show(
                        context,
                        view(context, "my")
                                .with("name", account.name())
                                .with("local", local)
                                .with("now", clock.instant())
                                .with("ongoing", of(EventPhase.ONGOING, own))
                                .with("upcoming", of(EventPhase.UPCOMING, own))
                                .with("past", of(EventPhase.PAST, own))));
    }

    private Future<List<OwnEvent>> withEvents(List<Registration> own) {
        return events.byIds(own.stream().map(Registration::eventId).toList()).map(found -> {
            var byId = own.stream().collect(Collectors.toMap(Registration::eventId, Function.identity()));
            return found.stream()
                    .flatMap(event -> Optional.ofNullable(byId.get(event.eventId()))
                            .map(registration -> new OwnEvent(event, registration))
                            .stream())
                    .toList();
        });
    }

    private List<OwnEvent> of(EventPhase phase, List<OwnEvent> own) {
        return own.stream()
                .filter(one -> one.event().phase(clock.instant()) == phase)
                .toList();
    }

    private View view(RoutingContext context, String template) {
        return View.of("registration/" + template, pages.words(context).text("registration-my-title"))
                .withStyle("/css/participant.css");
    }
}
