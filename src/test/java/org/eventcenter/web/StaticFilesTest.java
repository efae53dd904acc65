package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class StaticFilesTest {
    private static TestSite site;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        site = TestSite.start(vertx, (router, kernel) -> {});
    }

    @Test
    void our_own_files_are_asked_for_again_and_not_sent_twice() {
        var first = site.get("/js/link.js");
        var etag = first.headers().firstValue("etag").orElseThrow();
        var second = site.get("/js/link.js", "If-None-Match", etag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("content-type")).hasValue("text/javascript; charset=utf-8");
        assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void files_of_packages_are_kept_for_ever() {
        var file = site.get("/vendor/codex-2.7.0/codex.style.css");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    }

    @Test
    void what_machines_ask_for_by_custom_is_there() {
        var robots = site.get("/robots.txt");
        var icon = site.get("/favicon.ico");

        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(robots.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        assertThat(robots.body().lines())
                .contains("User-agent: *", "Disallow: /api/", "Disallow: /my", "Disallow: /sign-in");
        assertThat(icon.statusCode()).isEqualTo(308);
        assertThat(icon.headers().firstValue("location")).hasValue("/img/mark.svg");
        assertThat(site.get("/img/mark.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_but_files_of_the_web_root_is_given_out() {
        for (var path : new String[] {
            "/js/../../conf/event-center.yaml",
            "/js/%2e%2e/%2e%2e/logback.xml",
            "/js/..%2f..%2fi18n/web/en.json",
            "/js/",
            "/css",
            "/js/nothing.js",
            "/vendor/codex-2.7.0/LICENSE"
        }) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
