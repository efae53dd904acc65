package org.eventcenter.web;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Makes session cookies as a sign-in does, with the secret of the tests. */
public final class TestCookies {
    private final CookieStore store;

    public TestCookies(Vertx vertx) {
        this.store = new CookieStore(vertx, TestSite.SECRETS);
    }

    /** The header of a request of somebody whose session is in the table under this id. */
    public String header(long accountId, String sessionId, String csrf) {
        var session = store.createSession(Duration.ofHours(1).toMillis());
        session.put("account", accountId).put("session", sessionId).put("csrf", csrf);
        return "session=" + session.value();
    }
}
