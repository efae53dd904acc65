package org.eventcenter.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What browsers are told to forbid, on every answer. */
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final String YEAR_IN_SECONDS = "31536000";

    private final HttpConfig http;
    private final String policy;

    /** Forms may lead to us and to {@code formOrigins}: browsers check the redirects of a form, too. */
    SecurityHeaders(HttpConfig http, List<String> formOrigins) {
        this.http = http;
        this.policy = policy(http, formOrigins);
    }

    private static String policy(HttpConfig http, List<String> formOrigins) {
        return String.join(
                "; ",
                "default-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self' " + http.socketOrigin(),
                "base-uri 'none'",
                "frame-ancestors 'none'",
                ("form-action 'self' " + String.join(" ", formOrigins)).strip());
    }

    @Override
    public void handle(RoutingContext context) {
        var headers = context.response()
                .headers()
                .set("Content-Security-Policy", policy)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin");
        if (http.https()) {
            headers.set("Strict-Transport-Security", "max-age=" + YEAR_IN_SECONDS);
        }
        context.next();
    }
}
