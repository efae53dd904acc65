package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.web.Pages;
import org.eventcenter.web.Problem;
import org.eventcenter.web.ScriptTexts;
import org.eventcenter.web.View;
import org.eventcenter.web.Words;
import org.jspecify.annotations.Nullable;

/** The public list, {@code /}: what happens now with live figures, what comes, what was. */
public final class EventListPage {
    /** One socket watches at most so many feeds. */
    private static final int CARDS = 8;

    private static final int ROWS = 20;
    private static final List<String> SCRIPT_TEXTS = Stream.concat(
                    FreshnessTexts.PUBLIC.stream(),
                    Stream.of("campaign-last-edit", "campaign-people", "campaign-to-go", "campaign-goal-reached"))
            .toList();

    private final Pages pages;
    private final CampaignStore events;
    private final FeedStore feeds;
    private final LateEdits lateEdits;
    private final Clock clock;

    public EventListPage(Pages pages, CampaignStore events, FeedStore feeds, LateEdits lateEdits, Clock clock) {
        this.pages = pages;
        this.events = events;
        this.feeds = feeds;
        this.lateEdits = lateEdits;
        this.clock = clock;
    }

    /** An event in the list with its public figures. */
    public record Item(CampaignEvent event, EventFigures figures, LateEdits.Outlook lateEdits, Instant now) {
        /** What is said of the figures once it is over. */
        public String ending(Words words) {
            return new Ending(event, lateEdits, now).text(words);
        }

        public String window(Words words) {
            return EventTimes.window(words, event, now);
        }

        /** When it ends, in the event's zone, with the day if that is not today. */
        public String until(Words words) {
            return words.moment(event.endsAt(), event.timeZone(), now);
        }
    }

    /**
     * Some items of one phase.
     *
     * @param next where the next page begins, as the parameter {@code after}; null at the end
     */
    public record Items(List<Item> items, @Nullable String next) {}

    public void routes(Router router) {
        router.get("/").handler(context -> show(context).onFailure(context::fail));
    }

    private Future<Void> show(RoutingContext context) {
        var page = context.request().getParam("page");
        if (page == null) {
            return all(context);
        }
        var phase = phase(page);
        var cursor = EventCursor.parse(context.request().getParam("after", "")).orElse(null);
        return items(phase, cursor, ROWS)
                .compose(items -> pages.show(context, more(pages.words(context), phase, items)));
    }

    private static EventPhase phase(String word) {
        return Stream.of(EventPhase.values())
                .filter(phase -> phase.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private Future<Void> all(RoutingContext context) {
        var now = items(EventPhase.ONGOING, null, CARDS);
        var coming = items(EventPhase.UPCOMING, null, ROWS);
        var past = items(EventPhase.PAST, null, ROWS);
        return Future.all(now, coming, past)
                .compose(all ->
                        pages.show(context, list(pages.words(context), now.result(), coming.result(), past.result())));
    }

    private Future<Items> items(EventPhase phase, @Nullable EventCursor after, int size) {
        var now = clock.instant();
        return events.list(phase, now, after, size)
                .compose(page -> withFigures(page.events(), now)
                        .map(items -> new Items(
                                items, page.next() == null ? null : page.next().toString())));
    }

    private Future<List<Item>> withFigures(List<CampaignEvent> listed, Instant now) {
        var ids = listed.stream().map(CampaignEvent::eventId).toList();
        var totals = feeds.totals(ids, FeedAudience.PUBLIC);
        var goals = events.goals(ids);
        var outlook = lateEdits.outlook();
        return Future.all(totals, goals, outlook)
                .map(all -> listed.stream()
                        .map(event -> new Item(
                                event,
                                EventFigures.ofTotals(
                                        totals.result().getOrDefault(event.eventId(), new JsonObject()),
                                        goals.result().getOrDefault(event.eventId(), List.of())),
                                outlook.result(),
                                now))
                        .toList());
    }

    private static View list(Words words, Items now, Items coming, Items past) {
        return View.of("campaign/events", words.text("campaign-list-title"))
                .with("now", now)
                .with("coming", coming)
                .with("past", past)
                .withStyle("/css/events.css")
                .withScript("/js/event-list.js")
                .withData(data(words, now));
    }

    private static View more(Words words, EventPhase phase, Items items) {
        return View.of(
                        "campaign/more-events",
                        words.text("campaign-" + phase.name().toLowerCase(java.util.Locale.ROOT)))
                .with("phase", phase)
                .with("items", items)
                .withStyle("/css/events.css");
    }

    private static Map<String, Object> data(Words words, Items now) {
        return Map.of(
                "locale", words.language().localeTag(),
                "feeds",
                        now.items().stream()
                                .collect(Collectors.toMap(
                                        item -> "event/" + item.event().slug() + "/public",
                                        item -> item.event().slug())),
                "messages", ScriptTexts.of(words, SCRIPT_TEXTS));
    }
}
