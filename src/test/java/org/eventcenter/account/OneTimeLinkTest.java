package org.eventcenter.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OneTimeLinkTest {
    private static AccountSite hub;
    private Browser browser;
    private OneTimeLinks links;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = AccountSite.start(vertx, HttpConfig.local(FreePort.choose(0)));
    }

    @BeforeEach
    void open_a_browser() {
        browser = new Browser(hub.site);
        links = new OneTimeLinks(hub.pool);
    }

    @Test
    void a_link_signs_in_once_and_leads_where_it_was_made_for() throws Exception {
        var link = link("/e/rivers/live");
        var opened = open(browser, link);
        var again = open(new Browser(hub.site), link);

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(Browser.location(opened)).isEqualTo("/e/rivers/live");
        assertThat(browser.whoAmI()).isEqualTo("Example operator");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("has been used");
    }

    @Test
    void looking_at_a_link_uses_nothing_up() throws Exception {
        var link = link("/");
        var code = link.substring(link.indexOf('#') + 1);
        browser.get("/link");
        browser.get("/link?code=" + code);
        var head = hub.site.send(
                hub.site.request("/link?code=" + code).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(browser.whoAmI()).isEqualTo("nobody");
        assertThat(open(browser, link).statusCode()).isEqualTo(303);
    }

    @Test
    void a_whole_link_may_be_pasted_by_people_without_scripts() throws Exception {
        var address = hub.site.http().url(link("/"));

        assertThat(browser.submit("/link", "code=" + address.replace("#", "%23"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_link_is_void_after_ten_minutes() throws Exception {
        var link = link("/");
        hub.pool
                .query("update one_time_link set expires_at = expires_at - interval '10 minutes'")
                .execute()
                .await(5, SECONDS);

        assertThat(open(browser, link).statusCode()).isEqualTo(422);
    }

    @Test
    void the_table_holds_no_code_and_a_wrong_one_opens_nothing() throws Exception {
        var link = link("/");
        var stored =
                hub.pool.query("select code_hash from one_time_link").execute().await(5, SECONDS);
        var hash = stored.iterator().next().getString("code_hash");

        assertThat(link).doesNotContain(hash);
        assertThat(browser.submit("/link", "code=" + hash).statusCode()).isEqualTo(422);
        assertThat(browser.submit("/link", "").statusCode()).isEqualTo(422);
    }

    @Test
    void of_two_who_open_a_link_at_once_one_gets_in() throws Exception {
        var link = link("/");
        var code = link.substring(link.indexOf('#') + 1);
        var first = links.redeem(code);
        var second = links.redeem(code);

        assertThat(first.await(5, SECONDS).isPresent())
                .isNotEqualTo(second.await(5, SECONDS).isPresent());
    }

    @Test
    void a_foreign_page_cannot_sign_anybody_in_as_somebody_else() throws Exception {
        var link = link("/");
        var answer = hub.site.post(
                "/link", "code=" + link.substring(link.indexOf('#') + 1), "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(open(browser, link).statusCode()).isEqualTo(303);
    }

    @Test
    void a_link_ends_the_session_that_the_browser_had() throws Exception {
        browser.submit("/link", "code=" + codeOf(link("/")));
        var before = new Browser(hub.site);
        before.cookies().putAll(browser.cookies());
        browser.submit("/link", "csrf=" + browser.csrf() + "&code=" + codeOf(link("/")));

        assertThat(browser.whoAmI()).isEqualTo("Example operator");
        assertThat(before.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void a_link_leads_nowhere_else() {
        var account = new Account(1, java.util.OptionalLong.empty(), "Example operator");

        assertThatThrownBy(() -> links.create(account, false, "//evil.example").await(5, SECONDS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String link(String to) throws Exception {
        return links.create(hub.account("Example operator"), true, to).await(5, SECONDS);
    }

    private static HttpResponse<String> open(Browser browser, String link) {
        return browser.submit("/link", "code=" + codeOf(link));
    }

    private static String codeOf(String link) {
        return link.substring(link.indexOf('#') + 1);
    }
}
