package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eventcenter.account.Right;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.Ending;
import org.eventcenter.campaign.EventFigures;
import org.eventcenter.campaign.EventWiki;
import org.eventcenter.campaign.FreshnessTexts;
import org.eventcenter.campaign.GoalMetric;
import org.eventcenter.campaign.LateEdits;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.campaign.WikiNames;
import org.eventcenter.campaign.WikiNames.WikiName;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.web.Pages;
import org.eventcenter.web.Problem;
import org.eventcenter.web.ScriptTexts;
import org.eventcenter.web.View;
import org.eventcenter.web.Words;

/** The organizers' dashboard, {@code /e/{slug}/live}: both audiences' figures, every edit and every person, as it happens. */
public final class DashboardRoutes {
    private static final List<String> REASONS = List.of(
            "not_registered",
            "before",
            "after",
            "wiki",
            "namespace",
            "bot",
            "move",
            "redirect",
            "null_edit",
            "imported",
            "deleted",
            "hidden",
            "excluded",
            "reverted",
            "scope");
    private static final List<String> SCRIPT_TEXTS = Stream.of(
                    Stream.of(
                            "live-public",
                            "live-value-of",
                            "live-goal-reached",
                            "live-to-go",
                            "live-rate-picture",
                            "live-rate-top",
                            "live-people-further",
                            "live-private",
                            "live-summary",
                            "live-new-edits",
                            "live-somebody",
                            "live-tag-new",
                            "live-size-pending",
                            "live-pause",
                            "live-go-on",
                            "live-starts-in",
                            "live-ends-in",
                            "live-over",
                            "live-link-connecting",
                            "live-link-live",
                            "live-link-late",
                            "live-link-offline",
                            "live-link-stale",
                            "live-link-closed",
                            "live-link-4400",
                            "live-link-4401",
                            "live-link-4403",
                            "live-link-4404",
                            "live-link-4410",
                            "live-link-4426"),
                    FreshnessTexts.OF_SOURCE.stream(),
                    REASONS.stream().map(reason -> "live-reason-" + reason),
                    Stream.of(GoalMetric.values()).map(metric -> "live-metric-" + metric.word()))
            .flatMap(keys -> keys)
            .toList();

    private final Pages pages;
    private final CampaignStore events;
    private final VisibleEvents visible;
    private final FeedStore feeds;
    private final WikiNames wikiNames;
    private final Visitors visitors;
    private final Rights rights;
    private final LateEdits lateEdits;
    private final Clock clock;

    public DashboardRoutes(
            Pages pages,
            CampaignStore events,
            VisibleEvents visible,
            FeedStore feeds,
            WikiNames wikiNames,
            Visitors visitors,
            Rights rights,
            LateEdits lateEdits,
            Clock clock) {
        this.pages = pages;
        this.events = events;
        this.visible = visible;
        this.feeds = feeds;
        this.wikiNames = wikiNames;
        this.visitors = visitors;
        this.rights = rights;
        this.lateEdits = lateEdits;
        this.clock = clock;
    }

    public void add(Router router) {
        router.get("/e/:slug/live").handler(context -> dashboard(context).onFailure(context::fail));
    }

    private Future<Void> dashboard(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> visitors.visitor(context)
                        .compose(visitor -> admitted(visitor, event))
                        .compose(ignored -> show(context, event)));
    }

    private Future<Void> admitted(Visitor visitor, CampaignEvent event) {
        return rights.may(visitor, Right.SEE_ORGANIZERS_FEED, event.eventId()).compose(may -> {
            if (may) {
                return Future.succeededFuture();
            }
            var problem = visitor.isAnonymous() ? Problem.signInFirst() : Problem.forbidden();
            return Future.failedFuture(problem.exception());
        });
    }

    private Future<Void> show(RoutingContext context, CampaignEvent event) {
        var all = figures(event, FeedAudience.ORGANIZERS);
        var publicly = figures(event, FeedAudience.PUBLIC);
        var names = events.wikis(event.eventId())
                .compose(wikis ->
                        wikiNames.of(wikis.stream().map(EventWiki::wiki).toList()));
        var ending = lateEdits.outlook().map(outlook -> new Ending(event, outlook, clock.instant()));
        return Future.all(all, publicly, names, ending)
                .compose(found -> pages.show(
                        context,
                        view(pages.words(context), ending.result(), all.result(), publicly.result(), names.result())));
    }

    private Future<EventFigures> figures(CampaignEvent event, FeedAudience audience) {
        return feeds.snapshot(new Feed(event.eventId(), audience)).map(EventFigures::ofSnapshot);
    }

    private static View view(
            Words words, Ending ending, EventFigures all, EventFigures publicly, Map<String, WikiName> wikis) {
        var event = ending.event();
        return View.of("live/dashboard", event.name())
                .with("event", event)
                .with("all", all)
                .with("publicly", publicly)
                .withStyle("/css/dashboard.css")
                .withScript("/js/dashboard.js")
                .withData(data(words, ending, wikis));
    }

    private static Map<String, Object> data(Words words, Ending ending, Map<String, WikiName> wikis) {
        var event = ending.event();
        var feed = "event/" + event.slug() + "/";
        return Map.of(
                "locale", words.language().localeTag(),
                "feeds", Map.of("organizers", feed + "organizers", "public", feed + "public"),
                "start", event.startsAt().toEpochMilli(),
                "end", event.endsAt().toEpochMilli(),
                "status", event.status().word(),
                "ending", ending.data(words),
                "wikis", wikis,
                "messages", ScriptTexts.of(words, SCRIPT_TEXTS));
    }
}
