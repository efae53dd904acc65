package org.eventcenter.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Small notes that a browser keeps for a few minutes and cannot read: each a cookie of its own, so that several tabs do
 * not take each other's away. They are read once.
 */
public final class SealedCookies {
    private static final int MOST_AT_ONCE = 5;

    private final HttpConfig http;
    private final CookieStore store;
    private final String prefix;
    private final Duration validFor;

    public SealedCookies(Vertx vertx, HttpConfig http, CookieSecrets secrets, String name, Duration validFor) {
        this.http = http;
        this.store = new CookieStore(vertx, secrets);
        this.prefix = Sessions.cookieName(http, name) + "-";
        this.validFor = validFor;
    }

    /** Leaves a note under a key of letters, digits, {@code -} and {@code _}. */
    public void put(RoutingContext context, String key, Map<String, String> note) {
        forgetSome(context);
        var sealed = store.createSession(validFor.toMillis());
        note.forEach(sealed::put);
        context.response().addCookie(cookie(key, sealed.value()).setMaxAge(validFor.toSeconds()));
    }

    /** The note, which is gone after this; empty when there is none, when it is too old, or not of our making. */
    public Optional<Map<String, String>> take(RoutingContext context, String key) {
        var cookie = context.request().getCookie(prefix + key);
        if (cookie == null) {
            return Optional.empty();
        }
        expire(context, prefix + key);
        return Optional.ofNullable(store.get(cookie.getValue()).result()).map(SealedCookies::note);
    }

    private static Map<String, String> note(Session sealed) {
        var note = new HashMap<String, String>();
        sealed.data().forEach((name, value) -> note.put(name, (String) value));
        return note;
    }

    /** Whoever begins again and again must not run into the limit of a request's headers. */
    private void forgetSome(RoutingContext context) {
        var kept = context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
        kept.stream().limit(Math.max(0, kept.size() - MOST_AT_ONCE + 1)).forEach(name -> expire(context, name));
    }

    private void expire(RoutingContext context, String name) {
        context.response().addCookie(cookie(name.substring(prefix.length()), "").setMaxAge(0));
    }

    private Cookie cookie(String key, String value) {
        return Cookie.cookie(prefix + key, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(http.https())
                .setSameSite(CookieSameSite.LAX);
    }
}
