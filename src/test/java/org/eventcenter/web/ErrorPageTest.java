package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ErrorPageTest {
    private TestSite site;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        site = TestSite.start(vertx, (router, kernel) -> {
            router.get("/api/broken").handler(context -> {
                throw new IllegalStateException("password=hunter2");
            });
            router.get("/broken").handler(context -> {
                throw new IllegalStateException("password=hunter2");
            });
            router.get("/e/:slug")
                    .handler(context -> context.fail(Problem.unknownEvent().exception()));
            router.post("/api/things").handler(context -> context.end("ok"));
        });
    }

    @Test
    void an_unknown_address_is_a_page_for_people_and_a_problem_for_programs() {
        var page = site.get("/nowhere", "Accept", "text/html");
        var problem = site.get("/api/nowhere");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address").contains("href=\"/\"");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(problem.body()).getString("type")).isEqualTo("/problems/not-found");
    }

    @Test
    void an_unknown_event_is_said_in_the_language_that_the_address_asks_for() {
        var page = site.get("/e/nothing?uselang=qqx", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("(problem-unknown-event)").contains("(problem-unknown-event-detail)");
    }

    @Test
    void a_failure_tells_its_number_and_nothing_of_the_inside() {
        for (var path : new String[] {"/broken", "/api/broken"}) {
            var answer = site.get(path, "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .doesNotContain("hunter2", "IllegalState", "eventcenter")
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
        }
    }

    @Test
    void a_wrong_method_is_405() {
        assertThat(site.get("/api/things").statusCode()).isEqualTo(405);
    }

    @Test
    void a_body_of_64_KiB_and_one_byte_is_413() {
        var largest = site.send("POST", "/api/things", "x".repeat(64 * 1024));
        var tooLarge = site.send("POST", "/api/things", "x".repeat(64 * 1024 + 1));

        assertThat(largest.statusCode()).isEqualTo(200);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(new JsonObject(tooLarge.body()).getString("title")).isEqualTo("That is too much at once");
    }

    @Test
    void a_form_of_301_fields_is_400() {
        var fields = new StringBuilder("a=1");
        for (int i = 1; i < 301; i++) {
            fields.append("&f").append(i).append("=1");
        }

        assertThat(site.post("/api/things", fields.toString()).statusCode()).isEqualTo(400);
        assertThat(site.post("/api/things", fields.substring(0, fields.lastIndexOf("&")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_asks_for_the_head_gets_the_answer_of_GET_without_a_body() {
        var head = site.send(site.request("/e/x", "Accept", "text/html")
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void the_type_of_a_problem_is_a_page_that_says_what_it_means() {
        var type = new JsonObject(site.get("/api/nowhere").body()).getString("type");

        assertThat(site.get(type).body()).contains("There is nothing at this address");
        assertThat(site.get("/problems/none").statusCode()).isEqualTo(404);
    }

    @Test
    void garbled_addresses_are_wrong_requests_and_no_failures() {
        for (var path : new String[] {
            "/%",
            "/e/%zz",
            "/e/%ff",
            "/e/%00",
            "/?uselang=%ff",
            "/nowhere?a=%",
            "/e/" + "x".repeat(9000),
            "/../../etc/passwd"
        }) {
            assertThat(status(path)).as(path).isBetween(400, 499);
        }
    }

    /** By hand, since the client would refuse to send them. */
    private int status(String path) {
        try {
            var answer = site.speak(out -> {
                try {
                    var request = "GET " + path + " HTTP/1.1\r\nHost: localhost:"
                            + site.http().port() + "\r\nConnection: close\r\n\r\n";
                    out.write(request.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_answer_tells_the_browser_what_to_forbid() {
        var socket = site.http().publicUrl().replace("http", "ws");
        for (var path : new String[] {"/nowhere", "/api/nowhere", "/js/nowhere.js"}) {
            var headers = site.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' " + socket
                            + "; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }
}
