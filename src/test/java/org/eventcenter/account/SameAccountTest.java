package org.eventcenter.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eventcenter.campaign.EventOrganizers;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who is here under a name that only this hub knows signs in at the wiki: one person, if they say so. */
@ExtendWith(VertxExtension.class)
class SameAccountTest {
    private AccountSite hub;
    private Browser browser;
    private Account local;

    @BeforeEach
    void enter_by_a_link(Vertx vertx) throws Exception {
        hub = AccountSite.start(vertx, HttpConfig.local(FreePort.choose(0)));
        hub.wiki.signedInIs("501", "Nora Reed");
        local = hub.account("Nora");
        browser = new Browser(hub.site);
        enter(browser, false);
        assertThat(browser.whoAmI()).isEqualTo("Nora");
    }

    @Test
    void the_sign_in_asks_whether_that_is_one_person_before_it_leaves_for_the_wiki() {
        var asked = browser.get("/sign-in?to=/my");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("Are you Nora?")
                .contains("/sign-in?same=yes&amp;to=%2Fmy")
                .contains("/sign-in?same=no&amp;to=%2Fmy");
        assertThat(browser.whoAmI()).isEqualTo("Nora");
    }

    @Test
    void who_says_yes_is_one_account_on_every_device() throws Exception {
        var phone = new Browser(hub.site);
        enter(phone, false);
        var token = new ApiTokens(hub.pool).issue(local).await(5, SECONDS);
        var link = new OneTimeLinks(hub.pool).create(local, false, "/").await(5, SECONDS);
        var roles = new EventOrganizers(hub.pool);
        long event = event();
        roles.add(local.accountId(), event).await(5, SECONDS);

        assertThat(Browser.location(signInAs("yes"))).isEqualTo("/my");

        assertThat(browser.whoAmI()).isEqualTo("Nora Reed");
        assertThat(phone.whoAmI()).isEqualTo("Nora Reed");
        var nora = new ApiTokens(hub.pool).find(token).await(5, SECONDS).orElseThrow();
        assertThat(nora.centralId()).hasValue(501);
        assertThat(new OneTimeLinks(hub.pool)
                        .redeem(link.substring(link.indexOf('#') + 1))
                        .await(5, SECONDS)
                        .orElseThrow()
                        .account())
                .isEqualTo(nora);
        assertThat(roles.isOrganizer(nora.accountId(), event).await(5, SECONDS)).isTrue();

        browser.submit("/sign-out", "everywhere=1&csrf=" + browser.csrf());
        assertThat(phone.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void who_says_no_leaves_the_other_one_alone() throws Exception {
        var phone = new Browser(hub.site);
        enter(phone, false);

        signInAs("no");

        assertThat(browser.whoAmI()).isEqualTo("Nora Reed");
        assertThat(phone.whoAmI()).isEqualTo("Nora");
    }

    @Test
    void who_is_somebody_else_in_this_browser_by_then_is_not_that_person() throws Exception {
        var phone = new Browser(hub.site);
        enter(phone, false);
        var callback = browser.agreeAtWiki(browser.get("/sign-in?same=yes&to=/my"));
        browser.submit("/sign-out", "csrf=" + browser.csrf());

        browser.get(callback);

        assertThat(browser.whoAmI()).isEqualTo("Nora Reed");
        assertThat(phone.whoAmI()).isEqualTo("Nora");
    }

    @Test
    void an_operator_is_the_terminal_and_goes_nowhere() throws Exception {
        var terminal = new Browser(hub.site);
        enter(terminal, true);

        assertThat(Browser.location(terminal.get("/sign-in?same=yes&to=/my"))).isEqualTo("/my");
        assertThat(terminal.whoAmI()).isEqualTo("Nora");
    }

    @CanIgnoreReturnValue
    private HttpResponse<String> signInAs(String same) {
        return browser.get(browser.agreeAtWiki(browser.get("/sign-in?same=" + same + "&to=/my")));
    }

    private void enter(Browser by, boolean operator) throws Exception {
        var link = new OneTimeLinks(hub.pool).create(local, operator, "/").await(5, SECONDS);
        by.get("/link");
        var code = link.substring(link.indexOf('#') + 1);
        assertThat(by.submit("/link", "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
    }

    private long event() throws Exception {
        return hub.pool
                .preparedQuery("""
                        insert into event (slug, short_code, name, status, starts_at, ends_at)
                        values ($1, $1, $1, 'published', '2026-05-01', '2026-05-02') returning event_id""")
                .execute(Tuple.of("rivers"))
                .await(5, SECONDS)
                .iterator()
                .next()
                .getLong(0);
    }
}
