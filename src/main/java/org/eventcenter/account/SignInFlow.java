package org.eventcenter.account;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eventcenter.web.Links;
import org.eventcenter.web.SealedCookies;
import org.eventcenter.web.Secrets;

/**
 * A sign-in that is under way in one tab: its cookie proves that the browser that comes back is the one that left.
 *
 * @param state what the wiki gives back to us; the key of the cookie
 * @param verifier the secret of PKCE, by which a stolen code is worth nothing
 * @param to where the person wanted to go, a path of ours
 * @param same the account of this hub alone of which the person said that it is theirs; empty when there is none
 */
record SignInFlow(String state, String verifier, String to, OptionalLong same) {

    static SignInFlow begin(RoutingContext context, SealedCookies cookies, OptionalLong same) {
        var flow = new SignInFlow(Secrets.random(128), Secrets.random(384), returnPath(context), same);
        var note = new HashMap<>(Map.of("verifier", flow.verifier, "to", flow.to));
        same.ifPresent(account -> note.put("same", String.valueOf(account)));
        cookies.put(context, flow.state, note);
        return flow;
    }

    /** The flow of this callback, which can come back only once. */
    static Optional<SignInFlow> end(RoutingContext context, SealedCookies cookies) {
        var state = context.request().getParam("state");
        return Optional.ofNullable(state)
                .filter(given -> given.matches("[A-Za-z0-9_-]{22}"))
                .flatMap(given -> cookies.take(context, given))
                .map(note -> new SignInFlow(
                        state, note.getOrDefault("verifier", ""), note.getOrDefault("to", "/"), same(note)));
    }

    private static OptionalLong same(Map<String, String> note) {
        var account = note.get("same");
        return account == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(account));
    }

    /** What {@code ?to=} asks for, or the start page where that would leave the hub. */
    static String returnPath(RoutingContext context) {
        return Optional.ofNullable(context.request().getParam("to"))
                .filter(Links::isOwnPath)
                .orElse("/");
    }
}
