package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eventcenter.account.Account;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.EventDoor.Seen;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.web.ApiAnswers;
import org.eventcenter.web.Pages;
import org.eventcenter.web.Problem;
import org.eventcenter.web.ProblemException;
import org.eventcenter.web.ScriptTexts;
import org.eventcenter.web.View;
import org.eventcenter.web.Words;

/** The page of an event for everybody, {@code /e/{slug}}: what it is, how far it is, and the door to it. */
public final class EventPages {
    private static final List<String> SCRIPT_TEXTS = Stream.concat(
                    FreshnessTexts.PUBLIC.stream(),
                    Stream.of(
                            "campaign-ends-in",
                            "campaign-starts-in",
                            "campaign-viewer-window",
                            "campaign-someone",
                            "campaign-edit-new",
                            "campaign-edit-improved",
                            "campaign-to-go",
                            "campaign-goal-reached",
                            "campaign-people",
                            "campaign-people-more",
                            "campaign-value-of"))
            .toList();

    private final Pages pages;
    private final CampaignStore events;
    private final VisibleEvents visible;
    private final FeedStore feeds;
    private final WikiNames wikiNames;
    private final EventDoor door;
    private final LateEdits lateEdits;
    private final Visitors visitors;
    private final UnknownEventPage unknown;
    private final Clock clock;

    public EventPages(
            Pages pages,
            CampaignStore events,
            VisibleEvents visible,
            FeedStore feeds,
            WikiNames wikiNames,
            EventDoor door,
            LateEdits lateEdits,
            Visitors visitors,
            Clock clock) {
        this.pages = pages;
        this.events = events;
        this.visible = visible;
        this.feeds = feeds;
        this.wikiNames = wikiNames;
        this.door = door;
        this.lateEdits = lateEdits;
        this.visitors = visitors;
        this.unknown = new UnknownEventPage(pages, events, clock);
        this.clock = clock;
    }

    public void routes(Router router) {
        router.get("/e/:slug").handler(this::event);
        router.get("/e/:slug/door").handler(context -> door(context).onFailure(context::fail));
    }

    private void event(RoutingContext context) {
        visible.ofAddress(context)
                .compose(event -> show(context, event))
                .recover(failure -> isUnknown(failure) ? unknown.answer(context) : Future.failedFuture(failure))
                .onFailure(context::fail);
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProblemException wrong
                && wrong.problem().name().equals(Problem.unknownEvent().name());
    }

    private Future<Void> show(RoutingContext context, CampaignEvent event) {
        var figures =
                feeds.snapshot(new Feed(event.eventId(), FeedAudience.PUBLIC)).map(EventFigures::ofSnapshot);
        var wikis = events.wikis(event.eventId());
        var names = wikis.compose(
                found -> wikiNames.of(found.stream().map(EventWiki::wiki).toList()));
        var seen = visitors.visitor(context).compose(visitor -> seen(event, visitor));
        var organizer = visible.isOrganizer(context, event);
        var outlook = lateEdits.outlook();
        return Future.all(List.of(figures, wikis, names, seen, organizer, outlook))
                .map(all -> new EventView(
                        event,
                        figures.result(),
                        names.result(),
                        namespaces(wikis.result()),
                        seen.result(),
                        organizer.result(),
                        outlook.result(),
                        clock.instant()))
                .compose(view -> pages.show(context, page(pages.words(context), view)));
    }

    private Future<Seen> seen(CampaignEvent event, Visitor visitor) {
        return door.seenBy(event, visitor.account().map(Account::accountId).orElse(null));
    }

    /** For the room screen, which stays open for hours: whether one can come in is in no feed. */
    private Future<Void> door(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> door.state(event).map(state -> state.json(event)))
                .compose(json -> ApiAnswers.ok(context, json));
    }

    private static List<Integer> namespaces(List<EventWiki> wikis) {
        return wikis.stream()
                .flatMap(wiki -> wiki.namespaces().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static View page(Words words, EventView view) {
        return View.of("campaign/event", view.event().name())
                .with("view", view)
                .withStyle("/css/events.css")
                .withScript("/js/event-page.js")
                .withData(data(words, view));
    }

    private static Map<String, Object> data(Words words, EventView view) {
        var event = view.event();
        return Map.ofEntries(
                Map.entry("locale", words.language().localeTag()),
                Map.entry("feed", "event/" + event.slug() + "/public"),
                Map.entry("zone", event.timeZone().getId()),
                Map.entry("start", event.startsAt().toEpochMilli()),
                Map.entry("end", event.endsAt().toEpochMilli()),
                Map.entry("status", event.status().word()),
                Map.entry("ending", view.ending().data(words)),
                Map.entry("door", view.door().state().json(event)),
                Map.entry("doorAddress", "/e/" + event.slug() + "/door"),
                Map.entry("joinUntil", view.joinUntil().toEpochMilli()),
                Map.entry("wikis", view.wikis()),
                Map.entry("messages", ScriptTexts.of(words, SCRIPT_TEXTS)));
    }
}
