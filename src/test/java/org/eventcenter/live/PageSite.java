package org.eventcenter.live;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eventcenter.account.Account;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventDoor;
import org.eventcenter.campaign.EventListPage;
import org.eventcenter.campaign.EventPages;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.campaign.WikiNames;
import org.eventcenter.contribution.SourceLateEdits;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.FeedMove;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.registration.RegistrationDoor;
import org.eventcenter.registration.RegistrationStore;
import org.eventcenter.stream.SourceStore;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.TestSite;
import org.eventcenter.wiki.WikiClient;
import org.eventcenter.wiki.WikiConfig;
import org.jspecify.annotations.Nullable;

/**
 * The pages that show an event, and the live channel that moves them, on a real port. The
 * cookie {@code who=organizer} is believed.
 */
final class PageSite {
    static final long ORGANIZER = 900;

    /** How long late edits are waited for. */
    static final Duration GRACE = Duration.ofHours(2);

    final HttpConfig http = HttpConfig.local(FreePort.choose(0));
    final CampaignStore events;
    private final Vertx vertx;
    private final Pool pool;
    private final FeedStore feeds;
    private final Doorbells bells;
    private final TestSite site;
    private @Nullable LiveModule live;

    static PageSite start(Vertx vertx, TestDatabase database) throws Exception {
        return new PageSite(vertx, database);
    }

    private PageSite(Vertx vertx, TestDatabase database) throws Exception {
        this.vertx = vertx;
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(PgConnectOptions.fromUri(database.url()))
                .using(vertx)
                .build();
        events = new CampaignStore(pool);
        feeds = new FeedStore(pool);
        var bus = new Bus(vertx);
        bells = new Doorbells(bus);
        site = TestSite.start(vertx, http, (router, kernel) -> routes(router, kernel, bus));
    }

    private void routes(Router router, TestSite.Kernel kernel, Bus bus) {
        var visitors = new ByName();
        var rights = new Rights(Set.of(), (account, event) -> Future.succeededFuture(account == ORGANIZER));
        var visible = new VisibleEvents(events, visitors, rights);
        var names = new WikiNames(new WikiClient(vertx, nowhere(), Clock.systemUTC()));
        EventDoor door = new RegistrationDoor(new RegistrationStore(pool, pool));
        var lateEdits = new SourceLateEdits(new SourceStore(pool), GRACE);
        var pages = kernel.pages();
        new EventListPage(pages, events, feeds, lateEdits, Clock.systemUTC()).routes(router);
        new EventPages(pages, events, visible, feeds, names, door, lateEdits, visitors, Clock.systemUTC())
                .routes(router);
        new ScreenRoutes(
                        http,
                        pages,
                        events,
                        visible,
                        feeds,
                        names,
                        new ArticleStore(pool),
                        door,
                        lateEdits,
                        Clock.systemUTC())
                .add(router);
        new DashboardRoutes(pages, events, visible, feeds, names, visitors, rights, lateEdits, Clock.systemUTC())
                .add(router);
        live = new LiveModule(
                vertx,
                bus,
                feeds,
                new SourceStore(pool),
                new Doorkeeper(http, kernel.sessions(), visitors, rights, events, TestHub.FAST),
                TestHub.FAST);
        live.routes(router);
        live.start().onFailure(failure -> {
            throw new IllegalStateException(failure);
        });
    }

    /** Wikis then go by their database names. */
    private static WikiConfig nowhere() {
        return new WikiConfig(
                URI.create("http://127.0.0.1:9"), List.of(), "https://hub.example/", Duration.ofSeconds(5));
    }

    /** What a browser gets that belongs to nobody. */
    HttpResponse<String> get(String path) {
        return site.get(path, "Accept", "text/html");
    }

    HttpResponse<String> getAs(String who, String path) {
        return site.get(path, "Accept", "text/html", "Cookie", "who=" + who);
    }

    void ring(FeedMove move) {
        bells.ring(move);
    }

    void close() throws Exception {
        requireNonNull(live).stop().await(10, SECONDS);
        pool.close().await(10, SECONDS);
    }

    private static final class ByName implements Visitors {
        @Override
        public Future<Visitor> visitor(RoutingContext context) {
            return visitorNow(context);
        }

        @Override
        public Future<Visitor> visitorNow(RoutingContext context) {
            var cookie = context.request().getCookie("who");
            if (cookie == null) {
                return Future.succeededFuture(Visitor.ANONYMOUS);
            }
            long account = cookie.getValue().equals("organizer") ? ORGANIZER : ORGANIZER + 1;
            var known = new Account(account, OptionalLong.empty(), "Olga " + cookie.getValue());
            return Future.succeededFuture(
                    new Visitor(Optional.of(known), Visitor.Proof.SESSION, Optional.empty(), false));
        }
    }
}
