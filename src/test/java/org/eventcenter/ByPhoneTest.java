package org.eventcenter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.sandbox.SandboxConfig;
import org.eventcenter.sandbox.SimulatedWiki;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.eventcenter.sandbox.mediawiki.OAuthConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole hub, and somebody who comes in by the code on the screen, signs in at the wiki, registers and edits. */
class ByPhoneTest {
    private static final String ADA = "Ada Reed";

    private Vertx vertx;
    private SimulatedWiki wiki;
    private TestHub hub;
    private TestBrowser browser;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        wiki = SimulatedWiki.start(vertx, SandboxConfig.quiet(), Clock.systemUTC())
                .await(20, SECONDS);
        wiki.openStream().await(20, SECONDS);
        var consumer = Map.of("oauth.client_id", "hub", "oauth.client_secret", "a secret");
        hub = TestHub.beside(wiki, TestPostgres.create(List.of()), consumer);
        wiki.approve(new OAuthConsumer("hub", "a secret", hub.url() + "/sign-in/callback"))
                .await(20, SECONDS);
        wiki.act(wikis -> wikis.accounts().person(ADA)).await(20, SECONDS);
        browser = new TestBrowser();
    }

    @AfterEach
    void stop() throws Exception {
        browser.close();
        hub.close();
        vertx.close().await(20, SECONDS);
    }

    @Test
    void who_registers_by_phone_is_on_the_organizers_page_at_once_and_so_is_the_edit_made_right_after()
            throws Exception {
        var code = event("rivers");
        try (var dashboard = browser.open(new NewContextOptions().setViewportSize(1366, 768));
                var phone = browser.open()) {
            dashboard.page().navigate(hub.link("Org Anizer", "/e/rivers/live"));
            dashboard.page().waitForURL("**/e/rivers/live");

            phone.page().navigate(hub.url() + "/j/" + code);
            signIn(phone.page());
            phone.page().waitForURL("**/e/rivers/register");
            phone.page().click("label[for=screen]");
            phone.page().click("label[for=terms]");
            phone.page().click("main button.cdx-button--weight-primary");
            phone.page().waitForURL("**/e/rivers/registered");
            wiki.act(wikis -> wikis.save(Edit.by(ADA, "enwiki", "Reed bed", 500)))
                    .await(20, SECONDS);

            assertThat(phone.page().locator("h1")).containsText("You’re in, " + ADA);
            assertThat(dashboard.page().getByText(ADA).first()).isVisible();
            assertThat(dashboard.page().getByText("Reed bed").first()).isVisible();
            assertThat(phone.complaints())
                    .as("besides the icon that the wiki's page does not have")
                    .filteredOn(text -> !text.contains("404"))
                    .isEmpty();
            assertThat(dashboard.complaints()).isEmpty();
        }
    }

    /** The wiki's page asks a person to choose; here the choice comes with the address. */
    private static void signIn(Page page) {
        page.click("main .cdx-button--weight-primary");
        page.waitForURL("**/oauth2/authorize?**");
        page.navigate(page.url() + "&demo_person=Ada+Reed");
    }

    /** The code of its short address. */
    private String event(String slug) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var wanted = new JsonObject()
                .put("slug", slug)
                .put("name", "Rivers of the north")
                .put("status", "published")
                .put("startsAt", now.minus(Duration.ofHours(1)).toString())
                .put("endsAt", now.plus(Duration.ofHours(3)).toString())
                .put("wikis", new JsonArray(List.of("enwiki")));
        var answer = hub.api("POST", "/api/events", hub.token("Org Anizer"), wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return hub.json(answer).getString("shortCode");
    }
}
