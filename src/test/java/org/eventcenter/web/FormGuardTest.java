package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class FormGuardTest {
    private static TestSite site;
    private static String own;
    private static String cookie;
    private static String csrf;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        site = TestSite.start(vertx, (router, kernel) -> {
            router.post("/begin").handler(context -> {
                kernel.sessions().begin(context, 42, Secrets.random(128));
                context.end();
            });
            router.get("/csrf")
                    .handler(context -> context.end(
                            kernel.sessions().of(context).orElseThrow().csrf()));
            router.route("/change").handler(context -> context.end("changed"));
        });
        own = site.http().publicUrl();
        cookie = site.post("/begin", "", "Origin", own)
                .headers()
                .firstValue("set-cookie")
                .orElseThrow()
                .split(";", 2)[0];
        csrf = site.get("/csrf", "Cookie", cookie).body();
    }

    @Test
    void a_form_of_our_own_page_with_its_token_comes_through() {
        assertThat(site.post("/change", "csrf=" + csrf, "Cookie", cookie, "Origin", own)
                        .body())
                .isEqualTo("changed");
    }

    @Test
    void a_form_that_a_foreign_page_sent_changes_nothing() {
        for (var origin : new String[] {"https://evil.example", "null", own + ".evil.example", "https://localhost"}) {
            var answer = site.post("/change", "csrf=" + csrf, "Cookie", cookie, "Origin", origin);

            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.body()).contains("foreign-form");
        }
    }

    @Test
    void a_form_without_the_token_of_the_session_changes_nothing() {
        for (var form : new String[] {"", "csrf=", "csrf=" + csrf + "x", "csrf=" + Secrets.random(128)}) {
            var answer = site.post("/change", form, "Cookie", cookie, "Origin", own);

            assertThat(answer.statusCode()).as(form).isEqualTo(403);
            assertThat(answer.body()).contains("old-form");
        }
    }

    @Test
    void a_session_without_any_origin_changes_nothing() {
        assertThat(site.post("/change", "csrf=" + csrf, "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/change", "csrf=" + csrf, "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void json_of_a_session_needs_the_origin_alone_since_no_foreign_page_may_send_it_unasked() {
        assertThat(site.send("PUT", "/change", "{}", "Cookie", cookie, "Origin", own)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.send("PUT", "/change", "{}", "Cookie", cookie, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_request_with_a_token_uses_no_cookie_and_passes() {
        assertThat(site.send("PUT", "/change", "{}", "Cookie", cookie, "Authorization", "Bearer ec_x")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_token_looks_different_on_every_page_and_is_the_same() {
        var first = CsrfToken.masked(csrf);
        var second = CsrfToken.masked(csrf);

        assertThat(first).isNotEqualTo(second);
        assertThat(site.post("/change", "csrf=" + first, "Cookie", cookie, "Origin", own)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.post("/change", "csrf=" + second, "Cookie", cookie, "Origin", own)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CsrfToken.masked("")).isEmpty();
    }
}
