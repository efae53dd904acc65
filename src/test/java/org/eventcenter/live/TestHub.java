package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eventcenter.account.Account;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.FeedMove;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.live.LiveConfig.ByPace;
import org.eventcenter.stream.SourceStore;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.SessionCookie;
import org.eventcenter.web.Sessions;
import org.eventcenter.web.TestSite;

/** A node that has the live channel and nothing else, on a real port, with an event bus of its own. */
final class TestHub {
    /** All intervals of the product, divided by twenty or so; bounds against faults as they are. */
    static final LiveConfig FAST = fast(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(5));

    /** Longer than any test. */
    static final Duration LONG = Duration.ofHours(1);

    final Set<Long> organizers = ConcurrentHashMap.newKeySet();
    final Set<Long> signedIn = ConcurrentHashMap.newKeySet();
    final HttpConfig http;
    private final AtomicLong ahead = new AtomicLong();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final Pool pool;
    private final LiveModule live;
    private final TestSite site;
    private final Doorbells bells;

    static LiveConfig fast(Duration helloWithin, Duration drainWithin, Duration staleAfter) {
        return config(
                helloWithin,
                drainWithin,
                staleAfter,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofMillis(100));
    }

    /** Gives a snapshot to newcomers for so long. */
    static LiveConfig keepingFor(Duration snapshotAge) {
        return config(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                snapshotAge,
                Duration.ofMillis(100));
    }

    /** No heads are too old, and phones get one frame: only the other rules end what is kept for newcomers. */
    static LiveConfig keeping(Duration snapshotAge, Duration staleAfter) {
        return config(Duration.ofSeconds(5), Duration.ofSeconds(30), staleAfter, LONG, snapshotAge, LONG);
    }

    private static LiveConfig config(
            Duration helloWithin,
            Duration drainWithin,
            Duration staleAfter,
            Duration trustHeadsFor,
            Duration snapshotAge,
            Duration phoneFrames) {
        return new LiveConfig(
                new ByPace(Duration.ofMillis(50), phoneFrames, Duration.ofMillis(15)),
                new ByPace(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(250)),
                Duration.ofMillis(50),
                Duration.ofMillis(5),
                trustHeadsFor,
                snapshotAge,
                staleAfter,
                helloWithin,
                drainWithin,
                Duration.ofMillis(100),
                Duration.ofMillis(400),
                Duration.ofMillis(100),
                8,
                32,
                Duration.ofMillis(200));
    }

    /** Pings an hour apart: whoever gets one got it for another reason. */
    static LiveConfig withoutPings() {
        var hour = Duration.ofHours(1);
        return new LiveConfig(
                FAST.frameEvery(),
                new ByPace(hour, hour, hour),
                FAST.headsEvery(),
                FAST.readEvery(),
                FAST.trustHeadsFor(),
                FAST.snapshotAge(),
                FAST.staleAfter(),
                FAST.helloWithin(),
                FAST.drainWithin(),
                FAST.catchUpPause(),
                FAST.catchUpPauseLongest(),
                FAST.rightsEvery(),
                FAST.feedsPerSocket(),
                FAST.socketsPerSession(),
                FAST.closeWithin());
    }

    private TestHub(String databaseUrl, LiveConfig config, int port) throws Exception {
        http = HttpConfig.local(port);
        var options = PgConnectOptions.fromUri(databaseUrl).setCachePreparedStatements(true);
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build();
        var bus = new Bus(vertx);
        bells = new Doorbells(bus);
        var sessions = new Sessions(vertx, http, TestSite.SECRETS);
        var visitors = new SignedIn(sessions);
        var rights = new Rights(Set.of(), (account, event) -> Future.succeededFuture(organizers.contains(account)));
        live = new LiveModule(
                vertx,
                bus,
                new FeedStore(pool),
                new SourceStore(pool),
                new Doorkeeper(http, sessions, visitors, rights, new CampaignStore(pool), config),
                config,
                new NodeTime(() -> System.nanoTime() + ahead.get(), InstantSource.system()));
        live.start().await(10, TimeUnit.SECONDS);
        site = TestSite.start(vertx, http, (router, kernel) -> {
            router.get("/sign-in/:who").handler(context -> {
                sessions.begin(context, Long.parseLong(context.pathParam("who")), "a session");
                context.response().end().onComplete(sent -> {});
            });
            live.routes(router);
        });
    }

    static TestHub start(String databaseUrl, LiveConfig config) throws Exception {
        return new TestHub(databaseUrl, config, FreePort.choose(0));
    }

    static TestHub start(String databaseUrl, LiveConfig config, int port) throws Exception {
        return new TestHub(databaseUrl, config, port);
    }

    /** The node's clock goes on by so much at once. */
    void advance(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    void ring(FeedMove move) {
        bells.ring(move);
    }

    void stopLive() throws Exception {
        live.stop().await(10, TimeUnit.SECONDS);
    }

    void close() throws Exception {
        Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList())
                .await(20, TimeUnit.SECONDS);
        pool.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    /** The cookie of somebody who signs in. */
    String signIn(long account) {
        signedIn.add(account);
        var cookie = site.get("/sign-in/" + account)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private final class SignedIn implements Visitors {
        private final Sessions sessions;

        SignedIn(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public Future<Visitor> visitor(RoutingContext context) {
            return visitorNow(context);
        }

        @Override
        public Future<Visitor> visitorNow(RoutingContext context) {
            return Future.succeededFuture(sessions.of(context)
                    .map(SessionCookie::accountId)
                    .filter(signedIn::contains)
                    .map(TestHub::visitor)
                    .orElse(Visitor.ANONYMOUS));
        }
    }

    private static Visitor visitor(long account) {
        var known = new Account(account, OptionalLong.empty(), "Person " + account);
        return new Visitor(Optional.of(known), Visitor.Proof.SESSION, Optional.empty(), false);
    }
}
