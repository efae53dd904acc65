package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eventcenter.account.Account;
import org.eventcenter.account.AccountConfig;
import org.eventcenter.account.AccountFrame;
import org.eventcenter.account.AccountModule;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.ApiTokens;
import org.eventcenter.account.FakeOAuthProvider;
import org.eventcenter.account.OAuthConfig;
import org.eventcenter.account.RequestVisitors;
import org.eventcenter.account.Rights;
import org.eventcenter.account.WebSessionStore;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventOrganizers;
import org.eventcenter.campaign.EventPages;
import org.eventcenter.campaign.LateEdits;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.campaign.WikiNames;
import org.eventcenter.config.Settings;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.DatabaseConfig;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.live.Doorkeeper;
import org.eventcenter.live.LiveConfig;
import org.eventcenter.live.LiveModule;
import org.eventcenter.stream.SourceStore;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.TestCookies;
import org.eventcenter.web.TestSite;
import org.eventcenter.wiki.WikiClient;
import org.eventcenter.wiki.WikiConfig;

/** A hub of the parts that participants meet, on a real port and a real database, with a wiki at which people sign in. */
final class ParticipantSite {
    /** Nobody answers there, so wikis go by their database names. */
    static final URI NO_WIKI = URI.create("http://127.0.0.1:9");

    /** A loaded machine is no failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    final Vertx vertx;
    final HttpConfig http;
    final TestDatabase postgres;
    final Database database;
    final Pool pool;
    final FakeOAuthProvider wiki;
    final CampaignStore events;
    final RegistrationStore registrations;
    final RegistrationChanges changes;
    final RegistrationDesk desk;
    final AccountsInEvents names;
    final AccountStore accounts;
    final WebSessionStore sessions;
    final ApiTokens tokens;
    final FeedStore feeds;
    final Doorbells doorbells;
    final TestSite site;
    private final EventOrganizers organizers;
    private final WikiClient wikis;

    /** A hub with a database of its own; the wikis are nowhere. */
    static ParticipantSite start(Vertx vertx) throws Exception {
        return start(vertx, TestPostgres.createWithAllTables(), NO_WIKI);
    }

    /** One more hub on a database. */
    static ParticipantSite start(Vertx vertx, TestDatabase postgres, URI wikis) throws Exception {
        return start(vertx, postgres, wikis, FreePort.choose(0));
    }

    static ParticipantSite start(Vertx vertx, TestDatabase postgres, URI wikis, int port) throws Exception {
        return new ParticipantSite(vertx, postgres, postgres.address(), PATIENCE, wikis, HttpConfig.local(port));
    }

    /** A hub that reaches its database at this address, and lets nobody wait longer for it. */
    static ParticipantSite start(Vertx vertx, TestDatabase postgres, DatabaseAddress by, Duration timeout)
            throws Exception {
        return new ParticipantSite(vertx, postgres, by, timeout, NO_WIKI, HttpConfig.local(FreePort.choose(0)));
    }

    private ParticipantSite(
            Vertx vertx, TestDatabase postgres, DatabaseAddress by, Duration timeout, URI wikis, HttpConfig http)
            throws Exception {
        this.vertx = vertx;
        this.http = http;
        this.postgres = postgres;
        this.database = new Database(vertx, by, new DatabaseConfig(Optional.empty(), 8, 2, timeout, PATIENCE));
        this.pool = database.fast();
        this.wiki = FakeOAuthProvider.start(vertx);
        this.events = new CampaignStore(pool);
        this.registrations = new RegistrationStore(pool, database.slow());
        this.doorbells = new Doorbells(new Bus(vertx));
        this.changes = new RegistrationChanges(
                vertx,
                registrations,
                doorbells,
                new ChangesConfig(PATIENCE, Duration.ofMillis(300), Duration.ofMillis(50)));
        this.desk = new RegistrationDesk(
                vertx,
                registrations,
                (event, people) -> Future.succeededFuture(),
                doorbells,
                new DeskConfig(PATIENCE, Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofSeconds(1)));
        this.names = new AccountsInEvents(registrations, doorbells::ring);
        this.accounts = new AccountStore(pool, names);
        this.sessions = AccountModule.sessionStore(pool, http, new AccountConfig(Set.of(), Duration.ofDays(7)));
        this.tokens = new ApiTokens(pool);
        this.feeds = new FeedStore(pool);
        this.organizers = new EventOrganizers(pool);
        this.wikis = new WikiClient(
                vertx,
                new WikiConfig(wikis, List.of(), "https://hub.example/", Duration.ofSeconds(5)),
                Clock.systemUTC());
        this.site = TestSite.start(
                vertx,
                http,
                cookies -> new AccountFrame(new RequestVisitors(cookies, sessions, tokens), cookies),
                this::routes);
    }

    private void routes(Router router, TestSite.Kernel kernel) {
        var visitors = new RequestVisitors(kernel.sessions(), sessions, tokens);
        var rights = new Rights(Set.of(), organizers);
        var oauth = new OAuthConfig(wiki.url(), Optional.of("hub"), Optional.of("secret"), Duration.ofSeconds(5));
        var account =
                new AccountModule.Surroundings(vertx, http, TestSite.SECRETS, kernel.sessions(), kernel.pages(), pool);
        new AccountModule(account, oauth, visitors, accounts, sessions, "EventCenterTest/1 (tests)").routes(router);
        var visible = new VisibleEvents(events, visitors, rights);
        var names = new WikiNames(wikis);
        new EventPages(
                        kernel.pages(),
                        events,
                        visible,
                        feeds,
                        names,
                        new RegistrationDoor(registrations),
                        () -> Future.succeededFuture(new LateEdits.Outlook(Duration.ofHours(2), true)),
                        visitors,
                        Clock.systemUTC())
                .routes(router);
        new ParticipantPages(
                        new ParticipantPages.Surroundings(
                                vertx, http, TestSite.SECRETS, kernel.pages(), visitors, Clock.systemUTC()),
                        new ParticipantPages.Sources(visible, events, feeds, names),
                        registrations,
                        desk,
                        changes)
                .routes(router);
        var door = new Doorkeeper(http, kernel.sessions(), visitors, rights, events, liveConfig());
        var live = new LiveModule(vertx, new Bus(vertx), feeds, new SourceStore(pool), door, liveConfig());
        live.routes(router);
        live.start().onFailure(failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private static LiveConfig liveConfig() {
        var settings = Settings.read("live: {phone_frame_every: 200ms}", Map.of(), Map.of());
        return LiveConfig.from(settings.section("live"));
    }

    Account person(long centralId, String name) throws Exception {
        return accounts.confirmed(centralId, name).await(5, SECONDS);
    }

    /** A phone on which this person is signed in. */
    Phone phoneOf(Account person) throws Exception {
        var session = sessions.open(person, false).await(5, SECONDS);
        return new Phone(site, new TestCookies(vertx).header(person.accountId(), session, "token-of-" + session));
    }

    Phone phone() {
        return new Phone(site, "");
    }

    Registration own(long eventId, Account person) throws Exception {
        return registrations.own(eventId, person.accountId()).await(5, SECONDS).orElseThrow();
    }

    boolean isRegistered(long eventId, Account person) throws Exception {
        return registrations.own(eventId, person.accountId()).await(5, SECONDS).isPresent();
    }

    /** What the public feed is, without its dates. */
    String publicFeed(long eventId) throws Exception {
        JsonObject snapshot =
                feeds.snapshot(new Feed(eventId, FeedAudience.PUBLIC)).await(5, SECONDS);
        snapshot.remove("at");
        return snapshot.encode();
    }

    void run(String sql) throws Exception {
        pool.query(sql).execute().await(5, SECONDS);
    }
}
