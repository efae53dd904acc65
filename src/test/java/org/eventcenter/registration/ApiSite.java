package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eventcenter.account.Account;
import org.eventcenter.account.AccountConfig;
import org.eventcenter.account.AccountFrame;
import org.eventcenter.account.AccountModule;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.ApiTokens;
import org.eventcenter.account.NameBearers;
import org.eventcenter.account.NameListener;
import org.eventcenter.account.RequestVisitors;
import org.eventcenter.account.Rights;
import org.eventcenter.account.WebSessionStore;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventOrganizers;
import org.eventcenter.campaign.EventsApi;
import org.eventcenter.campaign.TotalsApi;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.web.ApiContract;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.TestSite;
import org.eventcenter.wiki.GlobalUser;
import org.eventcenter.wiki.SiteMatrix;
import org.eventcenter.wiki.UserName;
import org.eventcenter.wiki.WikiSite;

/**
 * The whole API on a real port and database. Its wikis are enwiki and frwiki; every name is an account there, except
 * those that begin with "Nobody", and "Bad@name", which none can have. The central id of a name is its hash.
 */
public final class ApiSite {
    private final TestSite site;
    private final Pool pool;
    private final Map<String, Long> moved;

    private ApiSite(TestSite site, Pool pool, Map<String, Long> moved) {
        this.site = site;
        this.pool = pool;
        this.moved = moved;
    }

    public static ApiSite start(Vertx vertx) throws Exception {
        var pool = PgBuilder.pool()
                .connectingTo(TestPostgres.createWithAllTables().url())
                .using(vertx)
                .build();
        var http = HttpConfig.local(FreePort.choose(0));
        var sessionStore = AccountModule.sessionStore(pool, http, new AccountConfig(Set.of(), Duration.ofDays(7)));
        var tokens = new ApiTokens(pool);
        Map<String, Long> moved = new ConcurrentHashMap<>();
        var site = TestSite.start(
                vertx,
                http,
                sessions -> new AccountFrame(new RequestVisitors(sessions, sessionStore, tokens), sessions),
                (router, kernel) -> routes(vertx, router, kernel, pool, sessionStore, moved));
        return new ApiSite(site, pool, moved);
    }

    private static void routes(
            Vertx vertx,
            Router router,
            TestSite.Kernel kernel,
            Pool pool,
            WebSessionStore sessionStore,
            Map<String, Long> moved) {
        var visitors = new RequestVisitors(kernel.sessions(), sessionStore, new ApiTokens(pool));
        var rights = new Rights(Set.of(), new EventOrganizers(pool));
        var events = new CampaignStore(pool);
        var visible = new VisibleEvents(events, visitors, rights);
        var store = new RegistrationStore(pool, pool);
        var doorbells = new Doorbells(new Bus(vertx));
        var desk = new RegistrationDesk(
                vertx, store, (event, joined) -> Future.succeededFuture(), doorbells, DeskConfig.standard());
        var changes = new RegistrationChanges(vertx, store, doorbells, ChangesConfig.standard());
        var accounts = new AccountStore(pool, new AccountsInEvents(store, doorbells::ring));
        Function<List<String>, Future<List<GlobalUser>>> wiki = names -> globalUsers(names, moved);
        new EventsApi(
                        events,
                        visible,
                        visitors,
                        rights,
                        new RegistrationDoor(store),
                        () -> Future.succeededFuture(sites()),
                        Clock.systemUTC())
                .routes(router);
        new TotalsApi(visible, visitors, rights, new FeedStore(pool)).routes(router);
        new ParticipantsApi(
                        new ParticipantsApi.Doors(visible, visitors, rights),
                        new NamedPeople(wiki, accounts, desk),
                        new NameBearers(wiki, accounts),
                        store,
                        changes)
                .routes(router);
        new OwnRegistrationApi(visible, visitors, new RegisterParticipant(desk, changes), changes, store)
                .routes(router);
        ApiContract.load("openapi.yaml", List.of("web", "campaign", "registration"))
                .routes(router);
    }

    private static SiteMatrix sites() {
        return new SiteMatrix(List.of(wiki("enwiki", "en"), wiki("frwiki", "fr")));
    }

    private static WikiSite wiki(String id, String language) {
        return new WikiSite(
                id, URI.create("https://" + language + ".example"), language, language, "wiki", "Wikipedia");
    }

    private static Future<List<GlobalUser>> globalUsers(List<String> names, Map<String, Long> moved) {
        return Future.succeededFuture(
                names.stream().map(name -> globalUser(name, moved)).toList());
    }

    private static GlobalUser globalUser(String asked, Map<String, Long> moved) {
        var name = UserName.canonical(asked);
        var flaw = UserName.flaw(name);
        if (flaw.isPresent()) {
            return GlobalUser.flawed(asked, flaw.get());
        }
        if (name.startsWith("Nobody")) {
            return new GlobalUser(asked, name, GlobalUser.Standing.MISSING, 0);
        }
        return name.equals("Bad@name")
                ? new GlobalUser(asked, name, GlobalUser.Standing.INVALID, 0)
                : new GlobalUser(asked, name, GlobalUser.Standing.FOUND, moved.getOrDefault(name, centralId(name)));
    }

    private static long centralId(String name) {
        return 1L + Integer.toUnsignedLong(name.hashCode());
    }

    /** From now on the wiki's account of this name is another one. */
    void nameGoesTo(String name, long centralId) {
        moved.put(name, centralId);
    }

    public TestSite site() {
        return site;
    }

    public Pool pool() {
        return pool;
    }

    /** A token of the account of this name, confirmed by the wiki. */
    public String tokenOf(String name) throws Exception {
        Account account = new AccountStore(pool, NameListener.NOBODY)
                .confirmed(centralId(name), name)
                .await(5, SECONDS);
        return new ApiTokens(pool).issue(account).await(5, SECONDS);
    }

    @CanIgnoreReturnValue
    public HttpResponse<String> call(String method, String path, String token, JsonObject body) {
        return site.send(method, path, body.encode(), "Authorization", "Bearer " + token);
    }

    public HttpResponse<String> read(String path, String token) {
        return site.get(path, "Authorization", "Bearer " + token);
    }

    /** A published event that goes on for two hours, owned by whom the token belongs to. */
    @CanIgnoreReturnValue
    public HttpResponse<String> createEvent(String slug, String token, JsonObject more) {
        var now = java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var event = new JsonObject()
                .put("slug", slug)
                .put("name", "Rivers of the north")
                .put("status", "published")
                .put("startsAt", now.minusSeconds(3600).toString())
                .put("endsAt", now.plusSeconds(3600).toString())
                .put("timeZone", "Europe/Paris")
                .put("wikis", new io.vertx.core.json.JsonArray().add("enwiki").add("frwiki"))
                .mergeIn(more);
        return call("POST", "/api/events", token, event);
    }
}
