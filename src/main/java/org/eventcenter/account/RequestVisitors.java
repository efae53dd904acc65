package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eventcenter.web.Problem;
import org.eventcenter.web.ProblemException;
import org.eventcenter.web.Sessions;

/** Knows visitors by what their request bears. A token counts alone: the cookie beside it may be somebody else's. */
public final class RequestVisitors implements Visitors {
    private static final String KEY = "visitor";

    private final Sessions sessions;
    private final WebSessionStore sessionStore;
    private final ApiTokens tokens;

    public RequestVisitors(Sessions sessions, WebSessionStore sessionStore, ApiTokens tokens) {
        this.sessions = sessions;
        this.sessionStore = sessionStore;
        this.tokens = tokens;
    }

    @Override
    public Future<Visitor> visitor(RoutingContext context) {
        Future<Visitor> known = context.get(KEY);
        if (known == null) {
            known = find(context);
            context.put(KEY, known);
        }
        return known;
    }

    @Override
    public Future<Visitor> visitorNow(RoutingContext context) {
        return find(context)
                .recover(failure -> failure instanceof ProblemException
                        ? Future.succeededFuture(Visitor.ANONYMOUS)
                        : Future.failedFuture(failure));
    }

    private Future<Visitor> find(RoutingContext context) {
        var token = Sessions.bearer(context);
        if (token.isPresent()) {
            return tokens.find(token.get()).compose(RequestVisitors::byToken);
        }
        return sessions.of(context)
                .map(cookie -> sessionStore.find(cookie).map(found -> found.orElse(Visitor.ANONYMOUS)))
                .orElse(Future.succeededFuture(Visitor.ANONYMOUS));
    }

    private static Future<Visitor> byToken(Optional<Account> owner) {
        return owner.map(account -> Future.succeededFuture(Visitor.byToken(account)))
                .orElseGet(
                        () -> Future.failedFuture(Problem.of(401, "wrong-token").exception()));
    }
}
