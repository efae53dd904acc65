package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.web.PageFrame;
import org.eventcenter.web.SessionCookie;
import org.eventcenter.web.Sessions;
import org.eventcenter.web.VisitorFrame;

/** Shows in the head of each page who is signed in. */
public final class AccountFrame implements PageFrame {
    private final Visitors visitors;
    private final Sessions sessions;

    public AccountFrame(Visitors visitors, Sessions sessions) {
        this.visitors = visitors;
        this.sessions = sessions;
    }

    /** The token of the forms is the cookie's also where the session has ended: the form must come through to say so. */
    @Override
    public Future<VisitorFrame> frame(RoutingContext context) {
        var csrf = sessions.of(context).map(SessionCookie::csrf).orElse("");
        return visitors.visitor(context)
                .map(visitor -> new VisitorFrame(
                        true, visitor.account().map(Account::name).orElse(null), csrf));
    }
}
