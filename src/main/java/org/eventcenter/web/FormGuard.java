package org.eventcenter.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Lets nothing change by a request that a foreign page sent. Whatever is no mere look must come from our own origin;
 * forms of a signed-in person also bear the token of the session. A request with an API token uses no cookie and passes.
 */
final class FormGuard implements Handler<RoutingContext> {
    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final HttpConfig http;
    private final Sessions sessions;

    FormGuard(HttpConfig http, Sessions sessions) {
        this.http = http;
        this.sessions = sessions;
    }

    @Override
    public void handle(RoutingContext context) {
        if (LOOKING.contains(context.request().method())
                || Sessions.bearer(context).isPresent()) {
            context.next();
        } else if (!isFromUs(context)) {
            context.fail(Problem.of(403, "foreign-form").exception());
        } else if (!bearsToken(context)) {
            context.fail(Problem.of(403, "old-form").exception());
        } else {
            context.next();
        }
    }

    private boolean isFromUs(RoutingContext context) {
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return http.isOwnOrigin(origin);
        }
        return "same-origin".equals(context.request().getHeader("Sec-Fetch-Site"))
                || sessions.of(context).isEmpty();
    }

    private boolean bearsToken(RoutingContext context) {
        var session = sessions.of(context);
        return session.isEmpty()
                || !isForm(context)
                || CsrfToken.matches(session.get().csrf(), context.request().getFormAttribute("csrf"));
    }

    private static boolean isForm(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }
}
