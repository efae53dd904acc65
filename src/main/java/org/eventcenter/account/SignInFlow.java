package org.eventcenter.account;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.eventcenter.web.Links;
import org.eventcenter.web.SealedCookies;
import org.eventcenter.web.Secrets;

/**
 * A sign-in that is under way in one tab: its cookie proves that the browser that comes back is the one that left.
 *
 * @param state what the wiki gives back to us; the key of the cookie
 * @param verifier the secret of PKCE, by which a stolen code is worth nothing
 * @param to where the person wanted to go, a path of ours
 */
record SignInFlow(String state, String verifier, String to) {

    static SignInFlow begin(RoutingContext context, SealedCookies cookies) {
        var flow = new SignInFlow(Secrets.random(128), Secrets.random(384), returnPath(context));
        cookies.put(context, flow.state, Map.of("verifier", flow.verifier, "to", flow.to));
        return flow;
    }

    /** The flow of this callback, which can come back only once. */
    static Optional<SignInFlow> end(RoutingContext context, SealedCookies cookies) {
        var state = context.request().getParam("state");
        return Optional.ofNullable(state)
                .filter(given -> given.matches("[A-Za-z0-9_-]{22}"))
                .flatMap(given -> cookies.take(context, given))
                .map(note -> new SignInFlow(state, note.getOrDefault("verifier", ""), note.getOrDefault("to", "/")));
    }

    /** What {@code ?to=} asks for, or the start page where that would leave the hub. */
    static String returnPath(RoutingContext context) {
        return Optional.ofNullable(context.request().getParam("to"))
                .filter(Links::isOwnPath)
                .orElse("/");
    }
}
