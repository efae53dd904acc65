package org.eventcenter.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class SignInTest {
    private static AccountSite hub;
    private Browser browser;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = AccountSite.start(vertx, HttpConfig.local(FreePort.choose(0)));
    }

    @BeforeEach
    void open_a_browser() {
        browser = new Browser(hub.site);
        hub.wiki.signedInIs("71234567", "Example Gardener");
    }

    @Test
    void a_person_comes_back_from_the_wiki_to_where_they_wanted_to_go() {
        var back = browser.signIn("/e/seeds/register");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Browser.location(back)).isEqualTo("/e/seeds/register");
        assertThat(browser.whoAmI()).isEqualTo("Example Gardener");
        assertThat(browser.cookies()).containsOnlyKeys("session");
    }

    @Test
    void a_person_who_was_renamed_keeps_the_account() throws Exception {
        browser.signIn("/");
        hub.wiki.signedInIs(71234567, "Example Botanist");
        var other = new Browser(hub.site);
        other.signIn("/");

        assertThat(other.whoAmI()).isEqualTo("Example Botanist");
        assertThat(browser.whoAmI()).isEqualTo("Example Botanist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "https://evil.example/",
                "%2F%2Fevil.example",
                "/%09/evil.example",
                "evil"
            })
    void a_return_path_that_leaves_the_hub_leads_home(String to) {
        assertThat(Browser.location(browser.signIn(to))).isEqualTo("/");
    }

    @Test
    void a_callback_without_the_flow_of_this_browser_signs_nobody_in() {
        var victim = new Browser(hub.site);
        var callback = browser.agreeAtWiki(browser.get("/sign-in?to=/"));
        var answer = victim.get(callback);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no longer open");
        assertThat(victim.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void a_callback_counts_once() {
        var callback = browser.agreeAtWiki(browser.get("/sign-in?to=/"));
        var flow = java.util.Map.copyOf(browser.cookies());
        browser.get(callback);
        var replay = new Browser(hub.site);
        replay.cookies().putAll(flow);

        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
        assertThat(replay.get(callback).statusCode()).isEqualTo(502);
        assertThat(replay.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void two_tabs_sign_in_at_once_and_each_comes_back_to_its_page() {
        var first = browser.agreeAtWiki(browser.get("/sign-in?to=/e/one"));
        var second = browser.agreeAtWiki(browser.get("/sign-in?to=/e/two"));

        assertThat(Browser.location(browser.get(first))).isEqualTo("/e/one");
        assertThat(Browser.location(browser.get(second))).isEqualTo("/e/two");
    }

    @Test
    void the_code_of_one_tab_with_the_state_of_another_is_refused() {
        var one = FakeOAuthProvider.query(browser.agreeAtWiki(browser.get("/sign-in?to=/")));
        var two = FakeOAuthProvider.query(browser.agreeAtWiki(browser.get("/sign-in?to=/")));
        var mixed = browser.get("/sign-in/callback?code=" + one.get("code") + "&state=" + two.get("state"));

        assertThat(mixed.statusCode()).isEqualTo(502);
        assertThat(browser.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void somebody_who_says_no_at_the_wiki_reads_what_that_means() {
        var state = FakeOAuthProvider.query(browser.agreeAtWiki(browser.get("/sign-in?to=/e/seeds")))
                .get("state");
        var answer = browser.get("/sign-in/callback?error=access_denied&state=" + state);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You are not signed in").contains("/sign-in?to=%2Fe%2Fseeds");
    }

    @Test
    void an_account_without_a_name_or_without_a_number_is_told_so() {
        for (var profile : new JsonObject[] {
            new JsonObject().put("sub", "5").put("blocked", true),
            new JsonObject().put("sub", "0").put("username", "Example Gardener"),
            new JsonObject().put("username", "Example Gardener")
        }) {
            hub.wiki.signedInIs(profile);

            assertThat(browser.signIn("/").body()).contains("does not tell us your name");
        }
        assertThat(browser.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void a_temporary_account_and_a_name_that_cannot_be_are_told_so() {
        hub.wiki.signedInIs("71", "~2025-123-4");
        assertThat(browser.signIn("/").body()).contains("Temporary accounts cannot take part");

        for (var name : List.of("x".repeat(256), "Example\tGardener", "Example Gar\u200Bdener", "Example [Gardener]")) {
            hub.wiki.signedInIs("72", name);
            var answer = browser.signIn("/");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("We cannot read your name");
        }
        assertThat(browser.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void somebody_who_is_blocked_at_the_wiki_signs_in_all_the_same() {
        hub.wiki.signedInIs(
                new JsonObject().put("sub", 9).put("username", "Example Weed").put("blocked", true));
        browser.signIn("/");

        assertThat(browser.whoAmI()).isEqualTo("Example Weed");
    }

    @Test
    void a_wiki_that_does_not_answer_is_a_page_in_words() {
        hub.wiki.signedInIs(
                new JsonObject().put("sub", "4").put("username", "Example Moss").put("silent", true));
        var answer = browser.signIn("/");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("The wiki did not confirm it");
    }

    @Test
    void signing_out_ends_the_session_and_its_cookie_is_void_wherever_it_was_copied_to() {
        browser.signIn("/");
        var copy = new Browser(hub.site);
        copy.cookies().putAll(browser.cookies());
        var out = browser.submit("/sign-out", "csrf=" + browser.csrf());

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(browser.cookies()).isEmpty();
        assertThat(copy.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void signing_out_everywhere_ends_the_other_sessions_too() {
        browser.signIn("/");
        var phone = new Browser(hub.site);
        phone.signIn("/");
        browser.submit("/sign-out", "everywhere=1&csrf=" + browser.csrf());

        assertThat(phone.whoAmI()).isEqualTo("nobody");
    }

    @Test
    void a_cookie_from_before_the_sign_in_is_void_after_it() {
        browser.signIn("/");
        var before = new Browser(hub.site);
        before.cookies().putAll(browser.cookies());
        hub.wiki.signedInIs("8", "Example Neighbour");
        browser.submit("/sign-out", "csrf=" + browser.csrf());
        browser.signIn("/");

        assertThat(browser.whoAmI()).isEqualTo("Example Neighbour");
        assertThat(before.whoAmI()).isEqualTo("nobody");
    }
}
