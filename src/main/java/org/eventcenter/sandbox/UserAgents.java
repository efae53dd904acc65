package org.eventcenter.sandbox;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.regex.Pattern;

/** Clients must say who they are: without a name, or with that of their library, they get 403. */
final class UserAgents {
    private static final Pattern LIBRARY =
            Pattern.compile("(?i)(vert\\.x|java|okhttp|python-requests|go-http-client|node-fetch|axios)\\b.*");

    private UserAgents() {}

    static void check(RoutingContext context) {
        var name = Objects.requireNonNullElse(context.request().getHeader("User-Agent"), "");
        if (name.isBlank() || LIBRARY.matcher(name).matches()) {
            context.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain")
                    .end("Please set a user-agent with contact information.\n")
                    .onFailure(context::fail);
        } else {
            context.next();
        }
    }
}
