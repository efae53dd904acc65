package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class HostCheckTest {
    private static TestSite site;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        site = TestSite.start(vertx, (router, kernel) -> {
            router.get("/e/rivers")
                    .handler(context -> kernel.pages()
                            .show(context, View.of("account/link", "Rivers").with("form", SentForm.empty()))
                            .onFailure(context::fail));
            router.get("/healthz").handler(context -> context.end("up"));
            router.get("/readyz").handler(context -> context.end("ready"));
            router.get("/api/rivers").handler(context -> context.end("rivers"));
        });
    }

    @Test
    void a_page_that_is_asked_for_under_another_name_of_ours_leads_to_the_public_address() throws Exception {
        var answer = ask(
                "GET /e/rivers?a=b HTTP/1.1", "Host: 127.0.0.1:" + site.http().port());

        assertThat(answer)
                .startsWith("HTTP/1.1 308")
                .contains("location: " + site.http().url("/e/rivers?a=b"));
    }

    @Test
    void the_API_answers_under_every_name_of_ours() throws Exception {
        assertThat(ask(
                        "GET /api/rivers HTTP/1.1",
                        "Host: 127.0.0.1:" + site.http().port()))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_stranger_s_name_is_not_ours_for_anything() throws Exception {
        for (var path : new String[] {"/e/rivers", "/api/rivers", "/css/main.css"}) {
            for (var host : new String[] {"evil.example", "localhost", "localhost:1", "localhost.evil.example", ""}) {
                assertThat(ask("GET " + path + " HTTP/1.1", "Host: " + host))
                        .as(path + " at " + host)
                        .startsWith("HTTP/1.1 421")
                        .doesNotContain("location");
            }
        }
    }

    @Test
    void probes_by_numbers_are_answered_and_nothing_else_is() throws Exception {
        for (var path : new String[] {"/healthz", "/readyz"}) {
            assertThat(ask("GET " + path + " HTTP/1.1", "Host: 10.1.2.3:8080")).startsWith("HTTP/1.1 200");
            assertThat(ask("GET " + path + " HTTP/1.0")).startsWith("HTTP/1.0 200");
        }
        assertThat(ask("GET /healthz/x HTTP/1.1", "Host: 10.1.2.3:8080")).startsWith("HTTP/1.1 421");
    }

    @Test
    void an_address_in_the_request_line_and_a_second_host_are_refused() throws Exception {
        var host = "Host: localhost:" + site.http().port();

        assertThat(ask("GET http://evil.example/e/rivers HTTP/1.1", host)).startsWith("HTTP/1.1 400");
        assertThat(ask("HEAD http://evil.example/e/rivers HTTP/1.1", host)).startsWith("HTTP/1.1 400");
        assertThat(ask("GET /e/rivers HTTP/1.0")).startsWith("HTTP/1.0 421");
        assertThat(ask("GET /e/rivers HTTP/1.1", host, "Host: evil.example")).startsWith("HTTP/1.1 400");
    }

    @Test
    void forwarded_names_change_no_address_on_the_page() throws Exception {
        var page = ask(
                "GET /e/rivers HTTP/1.1",
                "Host: localhost:" + site.http().port(),
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: host=evil.example");

        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .contains("rel=\"canonical\" href=\"" + site.http().url("/e/rivers") + "\"")
                .doesNotContain("evil.example");
    }

    private static String ask(String... lines) throws IOException {
        var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        return site.speak(out -> {
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
