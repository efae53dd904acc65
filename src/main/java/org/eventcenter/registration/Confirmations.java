package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventFigures;
import org.eventcenter.campaign.EventWiki;
import org.eventcenter.campaign.WikiNames;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;

/** Gathers what a confirmation tells. */
final class Confirmations {
    private final RegistrationStore registrations;
    private final CampaignStore events;
    private final FeedStore feeds;
    private final WikiNames wikiNames;
    private final Clock clock;

    Confirmations(
            RegistrationStore registrations, CampaignStore events, FeedStore feeds, WikiNames wikiNames, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.feeds = feeds;
        this.wikiNames = wikiNames;
        this.clock = clock;
    }

    Future<Confirmation> of(CampaignEvent event, Registration own) {
        var wikis = events.wikis(event.eventId());
        var names = wikis.compose(
                all -> wikiNames.of(all.stream().map(EventWiki::wiki).toList()));
        var figures = figures(event.eventId());
        var joining = registrations.joining(event.eventId());
        return Future.all(wikis, names, figures, joining)
                .map(all -> new Confirmation(
                        event,
                        own,
                        names.result().values(),
                        namespaces(wikis.result()),
                        figures.result(),
                        joining.result(),
                        clock.instant()));
    }

    private Future<EventFigures> figures(long eventId) {
        return events.goals(eventId)
                .compose(goals -> feeds.totals(List.of(eventId), FeedAudience.PUBLIC)
                        .map(totals -> EventFigures.ofTotals(totals.getOrDefault(eventId, new JsonObject()), goals)));
    }

    private static List<Integer> namespaces(List<EventWiki> wikis) {
        return wikis.stream()
                .flatMap(wiki -> wiki.namespaces().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
