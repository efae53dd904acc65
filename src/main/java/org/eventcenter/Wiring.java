package org.eventcenter;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventcenter.account.AccountFrame;
import org.eventcenter.account.AccountModule;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.ApiTokens;
import org.eventcenter.account.NameBearers;
import org.eventcenter.account.RequestVisitors;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitors;
import org.eventcenter.account.WebSessionStore;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.CampaignModule;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventDoor;
import org.eventcenter.campaign.EventListPage;
import org.eventcenter.campaign.EventOrganizers;
import org.eventcenter.campaign.EventPages;
import org.eventcenter.campaign.EventsApi;
import org.eventcenter.campaign.LateEdits;
import org.eventcenter.campaign.TotalsApi;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.campaign.WikiNames;
import org.eventcenter.config.DataFolder;
import org.eventcenter.contribution.ContributionModule;
import org.eventcenter.contribution.SourceLateEdits;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.DatabaseModule;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.FeedModule;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.live.ArticleStore;
import org.eventcenter.live.DashboardRoutes;
import org.eventcenter.live.Doorkeeper;
import org.eventcenter.live.LiveModule;
import org.eventcenter.live.LivePagesModule;
import org.eventcenter.live.ScreenRoutes;
import org.eventcenter.module.Module;
import org.eventcenter.operations.OperationsModule;
import org.eventcenter.operations.Readiness;
import org.eventcenter.registration.AccountsInEvents;
import org.eventcenter.registration.ChangesConfig;
import org.eventcenter.registration.DeskConfig;
import org.eventcenter.registration.NamedPeople;
import org.eventcenter.registration.OwnRegistrationApi;
import org.eventcenter.registration.ParticipantPages;
import org.eventcenter.registration.ParticipantsApi;
import org.eventcenter.registration.RegisterParticipant;
import org.eventcenter.registration.RegistrationChanges;
import org.eventcenter.registration.RegistrationDesk;
import org.eventcenter.registration.RegistrationDoor;
import org.eventcenter.registration.RegistrationModule;
import org.eventcenter.registration.RegistrationStore;
import org.eventcenter.stream.SourceState;
import org.eventcenter.stream.SourceStore;
import org.eventcenter.stream.StreamModule;
import org.eventcenter.web.ApiContract;
import org.eventcenter.web.CookieSecrets;
import org.eventcenter.web.Messages;
import org.eventcenter.web.Pages;
import org.eventcenter.web.Sessions;
import org.eventcenter.web.WebRouter;
import org.eventcenter.wiki.WikiClient;

/** Makes every part of one node once, in reading order, and hands each what it needs of the others. */
final class Wiring {
    private static final List<String> PACKAGES_WITH_TEXTS =
            List.of("web", "wiki", "account", "campaign", "registration", "live");

    private static final List<String> CONTRACTS = List.of("openapi.yaml", "asyncapi.yaml");
    private static final List<String> PACKAGES_WITH_CONTRACTS = List.of("web", "campaign", "registration", "live");

    private final Vertx vertx;
    private final HubConfig config;
    private final Clock clock = Clock.systemUTC();

    final Database database;
    final Readiness readiness;

    private final Bus bus;
    private final Doorbells doorbells;
    private final FeedStore feeds;
    private final Sessions sessions;
    private final CookieSecrets secrets;
    private final Pages pages;
    private final WikiClient wiki;
    private final WikiNames wikiNames;
    private final WebSessionStore sessionStore;
    private final Visitors visitors;
    private final Rights rights;
    private final CampaignStore events;
    private final VisibleEvents visibleEvents;
    private final RegistrationStore registrations;
    private final EventDoor eventDoor;
    private final LateEdits lateEdits;
    private final AccountsInEvents names;
    private final AccountStore accounts;

    Wiring(Vertx vertx, HubConfig config, DataFolder data, DatabaseAddress address) {
        this.vertx = vertx;
        this.config = config;
        this.database = new Database(vertx, address, config.database());
        var pool = database.fast();
        this.readiness = new Readiness(pool);
        this.bus = new Bus(vertx);
        this.doorbells = new Doorbells(bus);
        this.feeds = new FeedStore(pool);
        this.secrets = CookieSecrets.of(config.cookies(), data);
        this.sessions = new Sessions(vertx, config.http(), secrets);
        this.wiki = new WikiClient(vertx, config.wiki(), clock);
        this.wikiNames = new WikiNames(wiki);
        this.sessionStore = AccountModule.sessionStore(pool, config.http(), config.account());
        this.visitors = new RequestVisitors(sessions, sessionStore, new ApiTokens(pool));
        this.rights = new Rights(config.account().operators(), new EventOrganizers(pool));
        this.pages = new Pages(config.http(), Messages.load(PACKAGES_WITH_TEXTS), new AccountFrame(visitors, sessions));
        this.events = new CampaignStore(pool);
        this.visibleEvents = new VisibleEvents(events, visitors, rights);
        this.registrations = new RegistrationStore(pool, database.slow());
        this.eventDoor = new RegistrationDoor(registrations);
        this.lateEdits =
                new SourceLateEdits(new SourceStore(pool), config.finals().grace());
        this.names = new AccountsInEvents(registrations, doorbells::ring);
        this.accounts = new AccountStore(pool, names);
    }

    /** Those that own tables and do the work, in the order of starting. */
    List<Module> workers() {
        var contribution = new ContributionModule(vertx, database, bus, doorbells, config.recorder(), config.finals());
        return List.of(
                new DatabaseModule(),
                new FeedModule(),
                account(),
                campaign(),
                registration(contribution),
                contribution,
                stream(contribution));
    }

    /** Those that show it: started last, stopped first. */
    List<Module> windows() {
        var door = new Doorkeeper(config.http(), sessions, visitors, rights, events, config.live());
        var screen = new ScreenRoutes(
                config.http(),
                pages,
                events,
                visibleEvents,
                feeds,
                wikiNames,
                new ArticleStore(database.fast()),
                eventDoor,
                lateEdits,
                clock);
        var dashboard =
                new DashboardRoutes(pages, events, visibleEvents, feeds, wikiNames, visitors, rights, lateEdits, clock);
        return List.of(
                new LiveModule(vertx, bus, feeds, new SourceStore(database.fast()), door, config.live()),
                new LivePagesModule(List.of(screen::add, dashboard::add)),
                new OperationsModule(readiness));
    }

    /** All of their routes behind what every request goes through first. */
    Router router(Stream<Module> modules) {
        var signInLeadsTo = List.of(config.oauth().origin());
        var router = WebRouter.create(vertx, config.http(), sessions, pages, signInLeadsTo);
        modules.forEach(module -> module.routes(router));
        CONTRACTS.forEach(
                file -> ApiContract.load(file, PACKAGES_WITH_CONTRACTS).routes(router));
        return router;
    }

    private Module account() {
        var surroundings =
                new AccountModule.Surroundings(vertx, config.http(), secrets, sessions, pages, database.fast());
        return new AccountModule(
                surroundings,
                config.oauth(),
                visitors,
                accounts,
                sessionStore,
                config.wiki().userAgent());
    }

    private Module campaign() {
        var list = new EventListPage(pages, events, feeds, lateEdits, clock);
        var event =
                new EventPages(pages, events, visibleEvents, feeds, wikiNames, eventDoor, lateEdits, visitors, clock);
        var api = new EventsApi(events, visibleEvents, visitors, rights, eventDoor, wiki::sites, clock);
        var totals = new TotalsApi(visibleEvents, visitors, rights, feeds);
        return new CampaignModule(List.of(list::routes, event::routes, api::routes, totals::routes));
    }

    private Module registration(ContributionModule contribution) {
        var desk = new RegistrationDesk(vertx, registrations, contribution::joined, doorbells, DeskConfig.standard());
        var changes = new RegistrationChanges(vertx, registrations, doorbells, ChangesConfig.standard());
        var participants = new ParticipantPages(
                new ParticipantPages.Surroundings(vertx, config.http(), secrets, pages, visitors, clock),
                new ParticipantPages.Sources(visibleEvents, events, feeds, wikiNames),
                registrations,
                desk,
                changes);
        var own = new OwnRegistrationApi(
                visibleEvents, visitors, new RegisterParticipant(desk, changes), changes, registrations);
        return new RegistrationModule(
                desk, names, List.of(participants::routes, participantsApi(desk, changes)::routes, own::routes));
    }

    private ParticipantsApi participantsApi(RegistrationDesk desk, RegistrationChanges changes) {
        return new ParticipantsApi(
                new ParticipantsApi.Doors(visibleEvents, visitors, rights),
                new NamedPeople(wiki::globalUsers, accounts, desk),
                new NameBearers(wiki::globalUsers, accounts),
                registrations,
                changes);
    }

    private Module stream(ContributionModule contribution) {
        var node = UUID.randomUUID().toString();
        var stream = new StreamModule(
                vertx,
                database,
                node,
                config.stream(),
                config.wiki().userAgent(),
                contribution.interest(),
                contribution.sinks());
        readiness.tell("stream", () -> stream.source().map(SourceState::inWords));
        readiness.tell("reader", () -> Future.succeededFuture(stream.isReading() ? "this node" : "not this node"));
        readiness.tell("gaps", () -> Future.succeededFuture(contribution.gaps()));
        return stream;
    }
}
