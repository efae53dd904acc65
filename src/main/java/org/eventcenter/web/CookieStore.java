package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Session;
import io.vertx.ext.web.sstore.SessionStore;
import io.vertx.ext.web.sstore.cookie.CookieSessionStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions inside cookies, as the library makes them, with two repairs: a cookie that cannot be read, for whatever
 * reason, is no session instead of a failure, and one that the previous secret made is read and made anew.
 *
 * <p>The library's futures belong to the event loop that made the store; all are complete, so their values are taken
 * out here and no request changes its event loop.
 */
final class CookieStore implements SessionStore {
    private final SessionStore current;
    private final Optional<SessionStore> previous;

    CookieStore(Vertx vertx, CookieSecrets secrets) {
        this.current = CookieSessionStore.create(vertx, secrets.current());
        this.previous = secrets.previous().map(secret -> CookieSessionStore.create(vertx, secret));
    }

    @Override
    public Future<@Nullable Session> get(String cookieValue) {
        var session = read(current, cookieValue);
        if (session == null && previous.isPresent()) {
            var old = read(previous.get(), cookieValue);
            session = old == null ? null : renew(old);
        }
        return Future.succeededFuture(session);
    }

    private static @Nullable Session read(SessionStore store, String cookieValue) {
        try {
            return store.get(cookieValue).otherwiseEmpty().result();
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private Session renew(Session old) {
        var fresh = current.createSession(old.timeout());
        old.data().forEach(fresh::put);
        return fresh;
    }

    @Override
    public SessionStore init(Vertx vertx, JsonObject options) {
        return this;
    }

    @Override
    public long retryTimeout() {
        return current.retryTimeout();
    }

    @Override
    public Session createSession(long timeout) {
        return current.createSession(timeout);
    }

    @Override
    public Session createSession(long timeout, int length) {
        return current.createSession(timeout, length);
    }

    @Override
    public Future<Void> put(Session session) {
        var put = current.put(session);
        return put.failed() ? Future.failedFuture(put.cause()) : Future.succeededFuture();
    }

    @Override
    public Future<Void> delete(String id) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> clear() {
        return Future.succeededFuture();
    }

    @Override
    public Future<Integer> size() {
        return Future.succeededFuture(0);
    }

    @Override
    public void close() {
        current.close();
        previous.ifPresent(SessionStore::close);
    }
}
