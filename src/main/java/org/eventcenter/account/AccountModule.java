package org.eventcenter.account;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import org.eventcenter.module.Module;
import org.eventcenter.web.CookieSecrets;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.Pages;
import org.eventcenter.web.SealedCookies;
import org.eventcenter.web.Sessions;

/** Signing in by the wiki or by a one-time link, and out. */
public final class AccountModule implements Module {
    /** On a network that can read along, a session must not outlive the day. */
    private static final Duration LONGEST_WITHOUT_HTTPS = Duration.ofHours(12);

    private final SignInRoutes signIn;
    private final LinkRoutes link;

    /** What the account package needs of the hub around it. */
    public record Surroundings(
            Vertx vertx, HttpConfig http, CookieSecrets secrets, Sessions sessions, Pages pages, Pool pool) {}

    /** Wires the routes; {@code userAgent} is what the hub calls itself at the wiki */
    public AccountModule(
            Surroundings hub,
            OAuthConfig oauth,
            Visitors visitors,
            AccountStore accounts,
            WebSessionStore sessionStore,
            String userAgent) {
        var callback = hub.http().url("/sign-in/callback");
        Optional<WikiSignIn> wiki =
                oauth.clientId().map(id -> new WikiSignIn(hub.vertx(), oauth, id, userAgent, callback));
        var flows = new SealedCookies(hub.vertx(), hub.http(), hub.secrets(), "sign-in", Duration.ofMinutes(10));
        var signIns = new SignIns(accounts, sessionStore, hub.sessions());
        this.signIn = new SignInRoutes(hub.pages(), hub.sessions(), flows, visitors, signIns, wiki);
        this.link = new LinkRoutes(hub.pages(), new OneTimeLinks(hub.pool()), signIns);
    }

    /** The table of sessions with the times that hold for this address. */
    public static WebSessionStore sessionStore(Pool pool, HttpConfig http, AccountConfig config) {
        return new WebSessionStore(pool, config.sessionIdle(), http.https() ? Sessions.LONGEST : LONGEST_WITHOUT_HTTPS);
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/account/migrations");
    }

    @Override
    public void routes(Router router) {
        signIn.routes(router);
        link.routes(router);
    }
}
