package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a wiki, by OAuth 2.0 with PKCE, who somebody is. Its tokens are dropped as soon as the profile is read. */
final class WikiSignIn {
    private static final String PATHS = "/w/rest.php/oauth2";

    private final OAuth2Auth wiki;
    private final String callback;
    private final long timeoutMillis;

    WikiSignIn(Vertx vertx, OAuthConfig config, String clientId, String userAgent, String callback) {
        this.wiki = OAuth2Auth.create(vertx, options(config, clientId, userAgent));
        this.callback = callback;
        this.timeoutMillis = config.timeout().toMillis();
    }

    private static OAuth2Options options(OAuthConfig config, String clientId, String userAgent) {
        int seconds = Math.toIntExact(Math.max(1, config.timeout().toSeconds()));
        var options = new OAuth2Options()
                .setSite(config.url().toString())
                .setClientId(clientId)
                .setAuthorizationPath(PATHS + "/authorize")
                .setTokenPath(PATHS + "/access_token")
                .setUserInfoPath(PATHS + "/resource/profile")
                .setUserAgent(userAgent)
                .setHttpClientOptions(new HttpClientOptions()
                        .setConnectTimeout(seconds * 1000)
                        .setIdleTimeout(seconds));
        config.clientSecret().ifPresent(options::setClientSecret);
        return options;
    }

    /** Where the browser goes next. */
    String address(SignInFlow flow) {
        return wiki.authorizeURL(new OAuth2AuthorizationURL()
                .setRedirectUri(callback)
                .setState(flow.state())
                .setCodeChallenge(challenge(flow.verifier()))
                .setCodeChallengeMethod("S256"));
    }

    /** Empty when the wiki knows the person but says no name; fails when the code is not good or the wiki away. */
    Future<Optional<WikiProfile>> profile(String code, SignInFlow flow) {
        return wiki.authenticate(new Oauth2Credentials()
                        .setFlow(OAuth2FlowType.AUTH_CODE)
                        .setCode(code)
                        .setRedirectUri(callback)
                        .setCodeVerifier(flow.verifier()))
                .compose(wiki::userInfo)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .map((JsonObject profile) -> WikiProfile.read(profile));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
