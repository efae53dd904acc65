package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SessionCookieTest {
    @Test
    void people_who_only_look_get_no_cookie(Vertx vertx) throws Exception {
        var site = site(vertx, HttpConfig.local(FreePort.choose(0)));

        assertThat(site.get("/who").headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_session_cookie_is_small_and_out_of_reach_of_scripts_and_other_sites(Vertx vertx) throws Exception {
        var cookie = signIn(site(vertx, HttpConfig.local(FreePort.choose(0))));

        assertThat(cookie).startsWith("session=").contains("HTTPOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie).doesNotContain("Secure").hasSizeLessThan(2000);
    }

    @Test
    void with_https_the_cookie_is_secure_and_bound_to_this_host(Vertx vertx) throws Exception {
        int port = FreePort.choose(0);
        var https = new HttpConfig("127.0.0.1", port, "https://events.example", List.of(), Duration.ofSeconds(10));
        var local = site(vertx, https).at("http://127.0.0.1:" + port);

        assertThat(local.post("/api/sign-in", "", "Origin", "https://events.example")
                        .headers()
                        .firstValue("set-cookie")
                        .orElseThrow())
                .startsWith("__Host-session=")
                .contains("Secure", "Path=/")
                .doesNotContain("Domain");
        assertThat(local.get("/api/who").headers().firstValue("strict-transport-security"))
                .isPresent();
    }

    @Test
    void a_cookie_that_nobody_can_read_is_no_session_and_no_failure(Vertx vertx) throws Exception {
        var site = site(vertx, HttpConfig.local(FreePort.choose(0)));
        var real = value(signIn(site));
        var broken = List.of(
                "x",
                "%%%",
                "a".repeat(40),
                "A".repeat(3000),
                real.substring(0, real.length() - 4),
                real.substring(4),
                real + real,
                flipped(real));

        for (var cookie : broken) {
            var answer = site.get("/who", "Cookie", "session=" + cookie);

            assertThat(answer.statusCode()).as(cookie).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("nobody");
        }
        assertThat(site.get("/who", "Cookie", "session=" + real).body()).isEqualTo("42");
    }

    @Test
    void a_cookie_of_the_previous_secret_is_read_and_made_anew(Vertx vertx) throws Exception {
        var secrets = TestSite.SECRETS;
        var before = site(vertx, HttpConfig.local(FreePort.choose(0)));
        var cookie = value(signIn(before));
        var rotated = new CookieSecrets("another secret, of at least 32 letters", Optional.of(secrets.current()));
        var after = TestSite.start(vertx, HttpConfig.local(FreePort.choose(0)), rotated, SessionCookieTest::routes);
        var answer = after.get("/who", "Cookie", "session=" + cookie);
        var renewed = value(answer.headers().firstValue("set-cookie").orElseThrow());

        assertThat(answer.body()).isEqualTo("42");
        assertThat(before.get("/who", "Cookie", "session=" + renewed).body()).isEqualTo("nobody");
        assertThat(after.get("/who", "Cookie", "session=" + renewed).headers().map())
                .doesNotContainKey("set-cookie");
    }

    @Test
    void a_request_from_a_foreign_page_is_anonymous_whatever_cookie_it_bears(Vertx vertx) throws Exception {
        var site = site(vertx, HttpConfig.local(FreePort.choose(0)));
        var cookie = "session=" + value(signIn(site));

        assertThat(site.get("/who", "Cookie", cookie, "Origin", "https://evil.example")
                        .body())
                .isEqualTo("nobody");
        assertThat(site.get("/who", "Cookie", cookie, "Origin", "null").body()).isEqualTo("nobody");
        assertThat(site.get("/who", "Cookie", cookie, "Origin", site.http().publicUrl())
                        .body())
                .isEqualTo("42");
    }

    private static TestSite site(Vertx vertx, HttpConfig http) throws Exception {
        return TestSite.start(vertx, http, SessionCookieTest::routes);
    }

    private static void routes(io.vertx.ext.web.Router router, TestSite.Kernel kernel) {
        router.post("/api/sign-in").handler(context -> {
            kernel.sessions().begin(context, 42, Secrets.random(128));
            context.end();
        });
        router.get()
                .handler(context -> context.end(kernel.sessions()
                        .of(context)
                        .map(cookie -> Long.toString(cookie.accountId()))
                        .orElse("nobody")));
    }

    private static String signIn(TestSite site) {
        return site.post("/api/sign-in", "", "Origin", site.http().publicUrl())
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();
    }

    private static String value(String setCookie) {
        return setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
    }

    private static String flipped(String value) {
        var letter = value.charAt(20) == 'A' ? 'B' : 'A';
        return value.substring(0, 20) + letter + value.substring(21);
    }
}
