package org.eventcenter.account;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A wiki at which somebody is signed in and always agrees: authorize, access_token and profile in the Wikimedia shape.
 * It checks PKCE, the callback, and that each code is used once.
 */
public final class FakeOAuthProvider {
    private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> tokens = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile JsonObject profile = new JsonObject();

    private FakeOAuthProvider(HttpServer server) {
        this.server = server;
    }

    public static FakeOAuthProvider start(Vertx vertx) throws Exception {
        var router = Router.router(vertx);
        var wiki = new FakeOAuthProvider(vertx.createHttpServer().requestHandler(router));
        router.route().handler(BodyHandler.create(false));
        router.get("/w/rest.php/oauth2/authorize").handler(wiki::authorize);
        router.post("/w/rest.php/oauth2/access_token").handler(wiki::accessToken);
        router.get("/w/rest.php/oauth2/resource/profile").handler(wiki::profile);
        wiki.server.listen(0, "127.0.0.1").await(5, TimeUnit.SECONDS);
        return wiki;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Whoever comes to authorize is this person from now on; for one who is {@code silent} no token is ever sent. */
    public void signedInIs(JsonObject person) {
        profile = person;
    }

    public void signedInIs(Object sub, String username) {
        signedInIs(new JsonObject().put("sub", sub).put("username", username).put("blocked", false));
    }

    private void authorize(RoutingContext context) {
        var asked = context.request().params();
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new JsonObject()
                        .put("challenge", asked.get("code_challenge"))
                        .put("method", asked.get("code_challenge_method"))
                        .put("redirect_uri", asked.get("redirect_uri"))
                        .put("profile", profile));
        context.redirect(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void accessToken(RoutingContext context) {
        var form = context.request().formAttributes();
        var known = Optional.ofNullable(codes.remove(form.get("code")))
                .filter(code -> code.getString("redirect_uri").equals(form.get("redirect_uri")))
                .filter(code -> code.getString("method").equals("S256"))
                .filter(code -> code.getString("challenge").equals(challenge(form.get("code_verifier"))));
        if (known.isEmpty()) {
            context.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
            return;
        }
        if (known.get().getJsonObject("profile").getBoolean("silent", false)) {
            return;
        }
        var token = accessTokenOf(known.get().getJsonObject("profile"));
        tokens.put(token, known.get().getJsonObject("profile"));
        context.json(new JsonObject()
                .put("token_type", "Bearer")
                .put("expires_in", 14_400)
                .put("access_token", token)
                .put("refresh_token", "r".repeat(600)));
    }

    /** Like the real ones: a signed JWT whose key we do not have. */
    private static String accessTokenOf(JsonObject person) {
        var head = new JsonObject().put("typ", "JWT").put("alg", "RS256");
        var body = new JsonObject()
                .put("aud", "client")
                .put("jti", UUID.randomUUID().toString())
                .put("sub", "mw:CentralAuth:" + person.getValue("sub"))
                .put("scopes", new JsonArray().add("mwoauth-authonly"));
        return base64(head.encode()) + "." + base64(body.encode()) + "." + base64("no signature ".repeat(20));
    }

    private void profile(RoutingContext context) {
        var person = Optional.ofNullable(context.request().getHeader("Authorization"))
                .map(header -> tokens.get(header.substring("Bearer ".length())));
        if (person.isEmpty()) {
            context.response().setStatusCode(401).end();
        } else {
            context.json(person.get());
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters of an address. */
    static Map<String, String> query(String address) {
        var parameters = new HashMap<String, String>();
        for (var pair : URI.create(address).getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
