package org.eventcenter.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SessionHandler;
import java.time.Duration;
import java.util.Optional;

/**
 * The session cookie: who signed in, encrypted, and nothing else. It is made at the sign-in and never before, so people
 * who only look get no cookie. It counts only for requests that do not come from a foreign page and bear no API token.
 */
public final class Sessions {
    /** After this a person signs in again, however often the session was used. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_BYTES = 2000;
    private static final String ACCOUNT = "account";
    private static final String SESSION = "session";
    private static final String CSRF = "csrf";

    private final HttpConfig http;
    private final String cookieName;
    private final SessionHandler handler;

    public Sessions(Vertx vertx, HttpConfig http, CookieSecrets secrets) {
        this.http = http;
        this.cookieName = cookieName(http, "session");
        this.handler = SessionHandler.create(new CookieStore(vertx, secrets))
                .setSessionCookieName(cookieName)
                .setSessionTimeout(LONGEST.toMillis())
                .setCookieMaxAge(LONGEST.toSeconds())
                .setCookieHttpOnlyFlag(true)
                .setCookieSecureFlag(http.https())
                .setCookieSameSite(CookieSameSite.LAX)
                .setNagHttps(false)
                .setLazySession(true);
    }

    /** With https the name makes browsers refuse the cookie from anybody but this host. */
    public static String cookieName(HttpConfig http, String name) {
        return http.https() ? "__Host-" + name : name;
    }

    Handler<RoutingContext> handler() {
        return handler;
    }

    /** Empty for anonymous people, for foreign pages and beside an API token. */
    public Optional<SessionCookie> of(RoutingContext context) {
        if (context.request().getCookie(cookieName) == null || bearer(context).isPresent() || isForeign(context)) {
            return Optional.empty();
        }
        var session = context.session();
        Long account = session.get(ACCOUNT);
        String id = session.get(SESSION);
        String csrf = session.get(CSRF);
        return account == null || id == null || csrf == null
                ? Optional.empty()
                : Optional.of(new SessionCookie(account, id, csrf));
    }

    private boolean isForeign(RoutingContext context) {
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        return origin != null && !http.isOwnOrigin(origin);
    }

    /** The API token of the request, if it bears one; only in the header, where no log sees it. */
    public static Optional<String> bearer(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    /** Starts a session; nothing of an earlier one is kept. */
    public void begin(RoutingContext context, long accountId, String sessionId) {
        var session = context.session().regenerateId();
        session.data().clear();
        session.put(ACCOUNT, accountId).put(SESSION, sessionId).put(CSRF, Secrets.random(128));
        if (session.value().length() > MOST_BYTES) {
            throw new IllegalStateException("A session cookie this long would be dropped by browsers");
        }
    }

    /** Takes the cookie away. */
    public void end(RoutingContext context) {
        context.session().destroy();
    }
}
