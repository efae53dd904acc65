package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventDoor;
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
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.Pages;
import org.eventcenter.web.ScriptTexts;
import org.eventcenter.web.View;
import org.eventcenter.web.Words;

/**
 * The room screen, {@code /e/{slug}/screen}: the public feed in letters that are read at ten metres, with the way in.
 * {@code ?theme=dark}, {@code ?lang=}, {@code ?scene=goal|field|join}, {@code ?motion=off}.
 */
public final class ScreenRoutes {
    private static final List<String> SCENES = List.of("goal", "field", "join");
    private static final List<String> SCRIPT_TEXTS = Stream.of(
                    Stream.of(
                                    "to-go",
                                    "goal-reached",
                                    "on-track",
                                    "heading",
                                    "label-participants",
                                    "label-edits",
                                    "label-created",
                                    "created",
                                    "someone-created",
                                    "improved",
                                    "someone-improved",
                                    "articles",
                                    "wikis",
                                    "other-wikis",
                                    "live",
                                    "cancelled",
                                    "soon",
                                    "over",
                                    "connecting",
                                    "late",
                                    "reconnecting",
                                    "last-update",
                                    "door-full",
                                    "door-opens",
                                    "door-not-yet-open",
                                    "door-closed")
                            .map(key -> "live-screen-" + key),
                    FreshnessTexts.OF_SOURCE.stream(),
                    Stream.of(GoalMetric.values())
                            .flatMap(metric ->
                                    Stream.of("live-screen-of-" + metric.word(), "live-screen-sum-" + metric.word())))
            .flatMap(keys -> keys)
            .toList();

    private final HttpConfig http;
    private final Pages pages;
    private final CampaignStore events;
    private final VisibleEvents visible;
    private final FeedStore feeds;
    private final WikiNames wikiNames;
    private final ArticleStore articles;
    private final EventDoor door;
    private final LateEdits lateEdits;
    private final Clock clock;

    public ScreenRoutes(
            HttpConfig http,
            Pages pages,
            CampaignStore events,
            VisibleEvents visible,
            FeedStore feeds,
            WikiNames wikiNames,
            ArticleStore articles,
            EventDoor door,
            LateEdits lateEdits,
            Clock clock) {
        this.http = http;
        this.pages = pages;
        this.events = events;
        this.visible = visible;
        this.feeds = feeds;
        this.wikiNames = wikiNames;
        this.articles = articles;
        this.door = door;
        this.lateEdits = lateEdits;
        this.clock = clock;
    }

    public void add(Router router) {
        router.get("/e/:slug/screen").handler(context -> screen(context).onFailure(context::fail));
        router.get("/e/:slug/screen/articles")
                .handler(context -> articles(context).onFailure(context::fail));
    }

    private Future<Void> screen(RoutingContext context) {
        var language = context.request().getParam("lang");
        if (language != null && language.matches("[A-Za-z-]{2,20}")) {
            return pages.redirect(context, inLanguage(context, language));
        }
        return visible.ofAddress(context).compose(event -> screen(context, event));
    }

    /** {@code lang} is short to type at a projector; the pages know {@code uselang}. */
    private static String inLanguage(RoutingContext context, String language) {
        var query = new StringBuilder("?theme=" + theme(context));
        var scene = scene(context);
        if (!scene.isEmpty()) {
            query.append("&scene=").append(scene);
        }
        if (!isMoving(context)) {
            query.append("&motion=off");
        }
        return context.normalizedPath() + query + "&uselang=" + language;
    }

    private static String theme(RoutingContext context) {
        return context.request().getParam("theme", "").equals("dark") ? "dark" : "light";
    }

    /** The only scene to show; empty: they take turns. */
    private static String scene(RoutingContext context) {
        var scene = context.request().getParam("scene", "");
        return SCENES.contains(scene) ? scene : "";
    }

    private static boolean isMoving(RoutingContext context) {
        return !context.request().getParam("motion", "").equals("off");
    }

    private Future<Void> screen(RoutingContext context, CampaignEvent event) {
        var figures =
                feeds.snapshot(new Feed(event.eventId(), FeedAudience.PUBLIC)).map(EventFigures::ofSnapshot);
        var names = events.wikis(event.eventId())
                .compose(wikis ->
                        wikiNames.of(wikis.stream().map(EventWiki::wiki).toList()));
        var state = door.state(event);
        var outlook = lateEdits.outlook();
        return Future.all(figures, names, state, outlook)
                .map(all -> new ScreenView(
                        event, figures.result(), state.result(), outlook.result(), http.publicUrl(), clock.instant()))
                .compose(screen -> pages.show(context, view(context, screen, names.result())));
    }

    private View view(RoutingContext context, ScreenView screen, Map<String, WikiName> wikis) {
        var words = pages.words(context);
        return View.of("live/screen", screen.event().name())
                .with("screen", screen)
                .with("theme", theme(context))
                .withScript("/js/screen.js")
                .withData(data(context, words, screen, wikis));
    }

    private static Map<String, Object> data(
            RoutingContext context, Words words, ScreenView screen, Map<String, WikiName> wikis) {
        var event = screen.event();
        return Map.ofEntries(
                Map.entry("locale", words.language().localeTag()),
                Map.entry("feed", "event/" + event.slug() + "/public"),
                Map.entry("articles", "/e/" + event.slug() + "/screen/articles"),
                Map.entry("zone", event.timeZone().getId()),
                Map.entry("start", event.startsAt().toEpochMilli()),
                Map.entry("end", event.endsAt().toEpochMilli()),
                Map.entry("door", screen.door().json(event)),
                Map.entry("doorAddress", "/e/" + event.slug() + "/door"),
                Map.entry("ending", screen.ending().data(words)),
                Map.entry("joinUntil", screen.joinUntil().toEpochMilli()),
                Map.entry("headlines", screen.headlines(words)),
                Map.entry("scene", scene(context)),
                Map.entry("motion", isMoving(context)),
                Map.entry("wikis", wikis),
                Map.entry("messages", ScriptTexts.of(words, SCRIPT_TEXTS)));
    }

    private Future<Void> articles(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> articles.articles(event.eventId()))
                .compose(found -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(found.toBuffer()));
    }
}
