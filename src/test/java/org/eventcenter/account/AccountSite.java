package org.eventcenter.account;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.TestSite;

/** The hub with accounts and a fake wiki, and {@code /whoami}, which says who is asking. */
public final class AccountSite {
    final TestSite site;
    final Pool pool;
    final TestDatabase database;
    final FakeOAuthProvider wiki;

    private AccountSite(TestSite site, Pool pool, TestDatabase database, FakeOAuthProvider wiki) {
        this.site = site;
        this.pool = pool;
        this.database = database;
        this.wiki = wiki;
    }

    static AccountSite start(Vertx vertx, HttpConfig http) throws Exception {
        var database = TestPostgres.createWithAllTables();
        var pool = PgBuilder.pool().connectingTo(database.url()).using(vertx).build();
        var wiki = FakeOAuthProvider.start(vertx);
        var config = new AccountConfig(Set.of(), Duration.ofDays(7));
        var store = AccountModule.sessionStore(pool, http, config);
        var tokens = new ApiTokens(pool);
        var site = TestSite.start(
                vertx,
                http,
                sessions -> new AccountFrame(new RequestVisitors(sessions, store, tokens), sessions),
                (router, kernel) -> routes(vertx, router, kernel, new Accounts(pool, store, tokens, wiki)));
        return new AccountSite(site, pool, database, wiki);
    }

    private record Accounts(Pool pool, WebSessionStore store, ApiTokens tokens, FakeOAuthProvider wiki) {}

    private static void routes(Vertx vertx, Router router, TestSite.Kernel kernel, Accounts accounts) {
        var oauth =
                new OAuthConfig(accounts.wiki.url(), Optional.of("hub"), Optional.of("secret"), Duration.ofSeconds(1));
        var visitors = new RequestVisitors(kernel.sessions(), accounts.store, accounts.tokens);
        var hub = new AccountModule.Surroundings(
                vertx, kernel.http(), TestSite.SECRETS, kernel.sessions(), kernel.pages(), accounts.pool);
        var names = new AccountStore(accounts.pool, NameListener.NOBODY);
        new AccountModule(hub, oauth, visitors, names, accounts.store, "EventCenterTest/1 (tests)").routes(router);
        router.route("/whoami")
                .handler(context -> visitors.visitor(context)
                        .map(visitor -> visitor.account().map(Account::name).orElse("nobody"))
                        .compose(context::end)
                        .onFailure(context::fail));
    }

    Account account(String name) throws Exception {
        return new AccountStore(pool, NameListener.NOBODY).local(name).await(5, TimeUnit.SECONDS);
    }
}
