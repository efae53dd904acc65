package org.eventcenter.sandbox.mediawiki;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * OAuth 2.0 of the central wiki, in the Wikimedia shape: authorize, access_token (PKCE with S256 only), resource/profile.
 *
 * <p>A browser gets a page with the demo's people and a button "Allow". A client without a browser adds
 * {@code demo_person=<user name>} to the address of the page, which stands for choosing that person and pressing the
 * button; {@code demo_person=} with nothing behind it stands for "Cancel".
 */
public final class OAuthRoutes {
    private static final String BASE = "/w/rest.php/oauth2/";
    private static final DateTimeFormatter MEDIAWIKI_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Wikis wikis;
    private final OAuthGrants grants;
    private final AuthorizePage page;
    private final Map<String, OAuthConsumer> consumers = new HashMap<>();

    /** {@code shown} are the people whom the page offers, in this order; empty for everybody. */
    public OAuthRoutes(Wikis wikis, Clock clock, List<String> shown) {
        this.wikis = wikis;
        this.grants = new OAuthGrants(clock);
        this.page = new AuthorizePage(wikis.accounts(), shown);
    }

    /** As an administrator of the central wiki approves an application. A second call replaces the first. */
    public void approve(OAuthConsumer consumer) {
        consumers.put(consumer.clientId(), consumer);
    }

    public void mount(Router router) {
        router.get(BASE + "authorize").handler(this::authorize);
        router.post(BASE + "access_token").handler(BodyHandler.create(false)).handler(this::accessToken);
        router.get(BASE + "resource/profile").handler(this::profile);
    }

    private void authorize(RoutingContext context) {
        var request = context.request();
        var consumer = consumers.get(parameter(request, "client_id"));
        if (consumer == null) {
            page.refuse(context, "This application is not known here.");
        } else if (!callback(request, consumer).equals(consumer.callback())) {
            page.refuse(context, "The application wants to send you to an address that it has not registered.");
        } else if (!isComplete(request)) {
            back(context, consumer, "error=invalid_request");
        } else if (request.getParam("demo_person") == null) {
            page.show(context);
        } else {
            allow(context, consumer);
        }
    }

    private static String callback(HttpServerRequest request, OAuthConsumer consumer) {
        return Objects.requireNonNullElse(request.getParam("redirect_uri"), consumer.callback());
    }

    private static boolean isComplete(HttpServerRequest request) {
        return parameter(request, "response_type").equals("code")
                && parameter(request, "code_challenge_method").equals("S256")
                && parameter(request, "code_challenge").matches("[A-Za-z0-9_-]{43}");
    }

    private void allow(RoutingContext context, OAuthConsumer consumer) {
        var person = wikis.accounts().find(parameter(context.request(), "demo_person"));
        if (person.isEmpty()) {
            back(context, consumer, "error=unauthorized_client&error_description=The+person+said+no");
            return;
        }
        var allowed = new OAuthGrants.Allowed(
                consumer.clientId(),
                consumer.callback(),
                parameter(context.request(), "code_challenge"),
                person.get().centralId());
        back(context, consumer, "code=" + grants.code(allowed));
    }

    private static void back(RoutingContext context, OAuthConsumer consumer, String answer) {
        var state = parameter(context.request(), "state");
        var separator = consumer.callback().contains("?") ? "&" : "?";
        context.response()
                .setStatusCode(302)
                .putHeader(
                        "Location", consumer.callback() + separator + answer + "&state=" + AuthorizePage.encoded(state))
                .end()
                .onFailure(context::fail);
    }

    private void accessToken(RoutingContext context) {
        var request = context.request();
        var client = client(request);
        var consumer = consumers.get(client.id());
        if (consumer == null || !consumer.secret().equals(client.secret())) {
            refuse(context, 401, "invalid_client");
            return;
        }
        if (!field(request, "grant_type").equals("authorization_code")) {
            refuse(context, 400, "unsupported_grant_type");
            return;
        }
        grants.token(
                        field(request, "code"),
                        consumer.clientId(),
                        request.getFormAttribute("redirect_uri"),
                        field(request, "code_verifier"))
                .ifPresentOrElse(token -> answer(context, token), () -> refuse(context, 400, "invalid_grant"));
    }

    private record Client(String id, String secret) {}

    /** By HTTP Basic or in the form. */
    private static Client client(HttpServerRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!header.startsWith("Basic ")) {
            return new Client(field(request, "client_id"), field(request, "client_secret"));
        }
        var decoded = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        int colon = decoded.indexOf(':');
        return new Client(decoded.substring(0, Math.max(0, colon)), decoded.substring(colon + 1));
    }

    private static void answer(RoutingContext context, String token) {
        context.response().putHeader("Cache-Control", "no-store");
        context.json(new JsonObject()
                        .put("token_type", "Bearer")
                        .put("expires_in", OAuthGrants.TOKEN_LIFE.toSeconds())
                        .put("access_token", token))
                .onFailure(context::fail);
    }

    private static void refuse(RoutingContext context, int status, String error) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("error", error)).onFailure(context::fail);
    }

    private void profile(RoutingContext context) {
        var header = Objects.requireNonNullElse(context.request().getHeader("Authorization"), "");
        grants.owner(header.replaceFirst("^Bearer ", ""))
                .flatMap(wikis.accounts()::find)
                .ifPresentOrElse(
                        account -> context.json(profile(account)).onFailure(context::fail),
                        () -> refuse(context, 401, "invalid_token"));
    }

    /** {@code sub} is text; a hidden account says nothing but that it is blocked. */
    private static JsonObject profile(Account account) {
        var profile = new JsonObject().put("sub", Long.toString(account.centralId()));
        if (account.isHidden()) {
            return profile.put("blocked", true);
        }
        return profile.put("username", account.name())
                .put("editcount", account.editCount())
                .put("confirmed_email", true)
                .put("email_verified", true)
                .put("blocked", account.isBlocked())
                .put("registered", MEDIAWIKI_TIME.format(account.registeredAt()))
                .put("groups", new JsonArray(List.of("*", "user", "autoconfirmed")))
                .put("rights", new JsonArray(List.of("read", "edit")))
                .put("grants", new JsonArray(List.of("mwoauth-authonly")))
                .put("realname", "")
                .put("email", "");
    }

    private static String parameter(HttpServerRequest request, String key) {
        return Objects.requireNonNullElse(request.getParam(key), "");
    }

    private static String field(HttpServerRequest request, String key) {
        return Objects.requireNonNullElse(request.getFormAttribute(key), "");
    }
}
