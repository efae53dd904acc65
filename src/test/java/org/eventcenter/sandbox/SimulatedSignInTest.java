package org.eventcenter.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import org.eventcenter.sandbox.mediawiki.OAuthConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OAuth 2.0 of the simulated wiki by plain HTTP. */
@ExtendWith(VertxExtension.class)
class SimulatedSignInTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CALLBACK = "http://hub.example/auth/callback";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-0123456789";

    private SimulatedWiki wiki;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        wiki = SimulatedWiki.start(vertx, SandboxConfig.quiet(), Clock.systemUTC())
                .await(5, SECONDS);
        wiki.approve(new OAuthConsumer("hub", "a secret", CALLBACK)).await(5, SECONDS);
        wiki.act(wikis -> wikis.accounts().person("Awiti Kijito")).await(5, SECONDS);
    }

    @Test
    void a_person_who_allows_it_is_known_by_name_and_id() throws Exception {
        var redirect = authorize("Awiti Kijito");
        assertThat(redirect).startsWith(CALLBACK + "?code=").endsWith("&state=x%2By");

        var answer = new JsonObject(token(codeOf(redirect), VERIFIER).body());
        assertThat(answer.getString("token_type")).isEqualTo("Bearer");

        var profile = profile(answer.getString("access_token"));
        assertThat(profile.getValue("sub")).isInstanceOf(String.class);
        assertThat(profile.getString("username")).isEqualTo("Awiti Kijito");
        assertThat(profile.getBoolean("blocked")).isFalse();
        assertThat(profile.getString("registered")).matches("\\d{14}");
    }

    @Test
    void a_browser_gets_a_page_with_the_question() throws Exception {
        var page = get(authorizeAddress() + "&state=" + encoded("\"><script>"), "Mozilla/5.0");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Allow").contains("Cancel").doesNotContain("<script>");
    }

    @Test
    void who_says_no_is_sent_back_with_the_error() throws Exception {
        assertThat(authorize("")).contains("error=unauthorized_client").endsWith("&state=x%2By");
    }

    @Test
    void a_code_serves_once_and_only_with_its_verifier() throws Exception {
        var code = codeOf(authorize("Awiti Kijito"));
        assertThat(token(code, VERIFIER + "x").statusCode()).isEqualTo(400);
        assertThat(token(code, VERIFIER).statusCode()).isEqualTo(400);

        var other = codeOf(authorize("Awiti Kijito"));
        assertThat(token(other, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(token(other, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void an_unknown_application_or_callback_sends_nobody_anywhere() throws Exception {
        var unknown = get(authorizeAddress().replace("client_id=hub", "client_id=other"), "Mozilla/5.0");
        var elsewhere = get(authorizeAddress() + "&redirect_uri=" + encoded("http://evil.example/"), "Mozilla/5.0");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void a_request_without_s256_is_sent_back() throws Exception {
        var plain = get(authorizeAddress().replace("S256", "plain") + "&demo_person=Awiti+Kijito", "Mozilla/5.0");

        assertThat(plain.headers().firstValue("Location").orElseThrow()).contains("error=invalid_request");
    }

    @Test
    void a_hidden_person_is_a_number_and_blocked() throws Exception {
        var token = new JsonObject(
                        token(codeOf(authorize("Awiti Kijito")), VERIFIER).body())
                .getString("access_token");
        wiki.act(wikis -> {
                    wikis.accounts().hide("Awiti Kijito");
                    return true;
                })
                .await(5, SECONDS);

        assertThat(profile(token).fieldNames()).containsExactly("sub", "blocked");
    }

    @Test
    void a_renamed_person_has_another_name_and_the_same_number() throws Exception {
        var token = new JsonObject(
                        token(codeOf(authorize("Awiti Kijito")), VERIFIER).body())
                .getString("access_token");
        var before = profile(token);
        wiki.act(wikis -> {
                    wikis.accounts().rename("Awiti Kijito", "Awiti of the Stream");
                    return true;
                })
                .await(5, SECONDS);

        assertThat(profile(token).getString("username")).isEqualTo("Awiti of the Stream");
        assertThat(profile(token).getString("sub")).isEqualTo(before.getString("sub"));
    }

    @Test
    void a_wrong_secret_or_token_is_refused() throws Exception {
        var wrong = tokenRequest(codeOf(authorize("Awiti Kijito")), VERIFIER, "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(get(wiki.address() + "/w/rest.php/oauth2/resource/profile", "Test/1")
                        .statusCode())
                .isEqualTo(401);
    }

    private String authorizeAddress() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return wiki.address() + "/w/rest.php/oauth2/authorize?response_type=code&client_id=hub"
                + "&code_challenge_method=S256&code_challenge=" + challenge;
    }

    /** Where the person of this name is sent back to. */
    private String authorize(String person) throws Exception {
        var answer = get(authorizeAddress() + "&state=x%2By&demo_person=" + encoded(person), "Mozilla/5.0");
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String codeOf(String redirect) {
        return redirect.replaceFirst(".*code=", "").replaceFirst("&.*", "");
    }

    private HttpResponse<String> token(String code, String verifier) throws Exception {
        return tokenRequest(code, verifier, "a secret");
    }

    private HttpResponse<String> tokenRequest(String code, String verifier, String secret) throws Exception {
        var form = "grant_type=authorization_code&code=" + code + "&code_verifier=" + verifier + "&redirect_uri="
                + encoded(CALLBACK);
        var basic = Base64.getEncoder().encodeToString(("hub:" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(wiki.address() + "/w/rest.php/oauth2/access_token"))
                .header("User-Agent", "Test/1")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private JsonObject profile(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(wiki.address() + "/w/rest.php/oauth2/resource/profile"))
                .header("User-Agent", "Test/1")
                .header("Authorization", "Bearer " + token);
        return new JsonObject(
                CLIENT.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static HttpResponse<String> get(String address, String userAgent) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).header("User-Agent", userAgent);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
