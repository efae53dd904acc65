package org.eventcenter.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AccountBrowserTest {
    private static AccountSite hub;
    private static TestBrowser browser;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = AccountSite.start(vertx, HttpConfig.local(FreePort.choose(0)));
        browser = new TestBrowser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_one_time_link_signs_in_by_itself_and_leaves_no_code_behind() throws Exception {
        try (var visitor = browser.open()) {
            var link = link();
            visitor.page().navigate(hub.site.http().url(link));
            visitor.page().waitForURL("**/whoami");

            assertThat(visitor.page().textContent("body")).isEqualTo("Example operator");
            assertThat(visitor.complaints()).isEmpty();

            visitor.page().goBack();
            assertThat(visitor.page().url()).doesNotContain(link.substring(link.indexOf('#') + 1));
        }
    }

    @Test
    void people_without_scripts_paste_the_link() throws Exception {
        try (var visitor = browser.open(new NewContextOptions().setJavaScriptEnabled(false))) {
            visitor.page().navigate(hub.site.http().url("/link"));
            visitor.page().fill("#code", hub.site.http().url(link()));
            visitor.page().click("#link-form button");

            assertThat(visitor.page().textContent("body")).isEqualTo("Example operator");
        }
    }

    @Test
    void nothing_on_the_pages_of_signing_in_hinders_anybody() {
        for (var path : new String[] {"/link", "/sign-in/callback", "/nowhere", "/link?uselang=ar"}) {
            try (var visitor = browser.open()) {
                visitor.page().navigate(hub.site.http().url(path));

                assertThat(visitor.axe()).as(path).isEmpty();
                assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(360);
            }
        }
    }

    private static String link() throws Exception {
        return new OneTimeLinks(hub.pool)
                .create(hub.account("Example operator"), true, "/whoami")
                .await(5, SECONDS);
    }
}
