package org.eventcenter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.microsoft.playwright.Browser.NewContextOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.browser.TestBrowser.BrowserPage;
import org.eventcenter.sandbox.SandboxConfig;
import org.eventcenter.sandbox.SimulatedWiki;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.eventcenter.sandbox.mediawiki.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way: simulated wiki, stream, database, bell, socket, browser. */
class EndToEndTest {
    private static final String ADA = "Ada Reed";
    private static final String BELA = "Bela Marsh";
    private static final String STRANGER = "Nobody's Otter";

    private static Vertx vertx;
    private static SimulatedWiki wiki;
    private static TestHub hub;
    private static TestBrowser browser;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        wiki = SimulatedWiki.start(vertx, SandboxConfig.quiet(), Clock.systemUTC())
                .await(20, TimeUnit.SECONDS);
        onWiki(wikis -> {
            List.of(ADA, BELA, STRANGER).forEach(name -> wikis.accounts().person(name));
            return true;
        });
        wiki.openStream().await(20, TimeUnit.SECONDS);
        hub = TestHub.beside(wiki);
        token = hub.token("Org Anizer");
        browser = new TestBrowser();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        hub.close();
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void an_edit_of_a_participant_appears_on_every_screen_without_reload() {
        event("appears");
        add("appears", ADA, false);

        try (var screen = room("appears");
                var dashboard = dashboard("appears");
                var publicPage = open("/e/appears")) {
            edit(ADA, "enwiki", "Reed bed", 500);

            total(screen, "edits", "1");
            total(publicPage, "edits", "1");
            assertThat(dashboard.page().locator("td[data-all=edits]")).hasText("1");
            assertThat(dashboard.page().getByText("Reed bed").first()).isVisible();
            noComplaints(screen, dashboard, publicPage);
        }
    }

    @Test
    void repeats_strangers_and_other_wikis_change_nothing() {
        event("nothing");
        add("nothing", ADA, false);

        try (var screen = room("nothing")) {
            var told = edit(ADA, "enwiki", "Salt marsh", 40);
            total(screen, "edits", "1");

            onWiki(wikis -> {
                wikis.tellAgain(told);
                wikis.save(Edit.by(STRANGER, "enwiki", "Salt marsh", 10));
                wikis.save(Edit.by(ADA, "hiwiki", "नदी", 10));
                return true;
            });
            edit(ADA, "frwiki", "Roselière", 60);

            total(screen, "edits", "2");
            var figures = figures("nothing", "organizers");
            assertThat(figures.getInteger("edits")).isEqualTo(2);
            assertThat(figures.getInteger("active")).isEqualTo(1);
            assertThat(figures.getInteger("bytes_added")).isEqualTo(100);
        }
    }

    @Test
    void a_private_person_changes_no_byte_of_the_public_socket() throws Exception {
        event("quiet");
        add("quiet", ADA, false);

        try (var socket = RecordedSocket.open(hub.url(), "event/quiet/public")) {
            socket.await("snapshot");
            add("quiet", BELA, true);
            var hidden = edit(BELA, "enwiki", "Secret pond", 700);
            awaitOrganizers("quiet", "edits", 1);
            revert(hidden);
            awaitOrganizers("quiet", "edits", 0);
            edit(ADA, "enwiki", "Open pond", 30);

            var frame = socket.await("entries");

            assertThat(frame.getString("from")).isEqualTo(socket.token("snapshot"));
            assertThat(frame.getJsonArray("entries")).hasSize(1);
            assertThat(frame.getJsonObject("totals").getInteger("participants")).isEqualTo(1);
            assertThat(frame.getJsonObject("totals").getInteger("edits")).isEqualTo(1);
            assertThat(socket.everything()).doesNotContain("Bela").doesNotContain("Secret");
            assertThat(hub.get("/e/quiet").body()).doesNotContain("Bela").doesNotContain("Secret");
        }
    }

    @Test
    void a_reverted_edit_leaves_the_totals_and_says_why() {
        event("reverted");
        add("reverted", ADA, false);

        try (var screen = room("reverted");
                var dashboard = dashboard("reverted")) {
            edit(ADA, "enwiki", "Kept heron", 20);
            var undone = edit(ADA, "enwiki", "Doubtful heron", 80);
            onWiki(wikis -> wikis.save(Edit.by(ADA, "enwiki", "Doubtful heron", 5)));
            total(screen, "edits", "3");

            revert(undone);

            total(screen, "edits", "2");
            assertThat(dashboard.page().getByText("undone")).isVisible();
            assertThat(figures("reverted", "public").getInteger("bytes_added")).isEqualTo(25);
        }
    }

    @Test
    void a_second_hub_without_a_bus_between_shows_the_same() {
        event("shared");
        add("shared", ADA, false);

        try (var other = TestHub.beside(wiki, hub.database(), java.util.Map.of());
                var here = room("shared");
                var there = browser.open(laptop())) {
            there.page().navigate(other.url() + "/e/shared/screen");
            total(there, "participants", "1");

            edit(ADA, "enwiki", "Delta", 10);
            total(here, "edits", "1");
            total(there, "edits", "1");

            assertThat(other.api("POST", "/api/events/shared/participants", token, names(BELA, false))
                            .statusCode())
                    .isEqualTo(200);
            total(here, "participants", "2");
            total(there, "participants", "2");
        }
    }

    /** It begins after all that people did for the events before it, and has begun when this returns. */
    private static void event(String slug) {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (Instant.now().isBefore(start)) {
            LockSupport.parkNanos(1_000_000);
        }
        var wanted = new JsonObject()
                .put("slug", slug)
                .put("name", "Wetlands " + slug)
                .put("status", "published")
                .put("startsAt", start.toString())
                .put("endsAt", start.plus(Duration.ofHours(3)).toString())
                .put("wikis", new JsonArray(List.of("enwiki", "frwiki")))
                .put(
                        "goals",
                        new JsonArray()
                                .add(new JsonObject().put("metric", "articles").put("target", 20)));
        var answer = hub.api("POST", "/api/events", token, wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void add(String slug, String name, boolean isPrivate) {
        var answer = hub.api("POST", "/api/events/" + slug + "/participants", token, names(name, isPrivate));
        assertThat(answer.body()).contains("\"added\"");
    }

    private static JsonObject names(String name, boolean isPrivate) {
        return new JsonObject().put("names", new JsonArray().add(name)).put("private", isPrivate);
    }

    @CanIgnoreReturnValue
    private static Revision edit(String who, String where, String title, int bytes) {
        return onWiki(wikis -> wikis.save(Edit.by(who, where, title, bytes)));
    }

    private static void revert(Revision undone) {
        onWiki(wikis -> {
            wikis.markReverted(undone, Instant.now());
            return true;
        });
    }

    @CanIgnoreReturnValue
    private static <T> T onWiki(java.util.function.Function<org.eventcenter.sandbox.mediawiki.Wikis, T> deed) {
        try {
            return wiki.act(deed).await(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject figures(String slug, String audience) {
        return hub.json(hub.api("GET", "/api/events/" + slug + "/totals", token, ""))
                .getJsonObject(audience)
                .getJsonObject("totals");
    }

    private static void awaitOrganizers(String slug, String metric, int value) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (figures(slug, "organizers").getInteger(metric) != value) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static NewContextOptions laptop() {
        return new NewContextOptions().setViewportSize(1366, 768).setLocale("en-GB");
    }

    private static BrowserPage open(String path) {
        var opened = browser.open(laptop());
        opened.page().navigate(hub.url() + path);
        return opened;
    }

    private static BrowserPage room(String slug) {
        var room = open("/e/" + slug + "/screen");
        total(room, "participants", "1");
        return room;
    }

    private static BrowserPage dashboard(String slug) {
        var opened = browser.open(laptop());
        opened.page().navigate(hub.link("Org Anizer", "/e/" + slug + "/live"));
        opened.page().waitForURL("**/e/" + slug + "/live");
        return opened;
    }

    private static void total(BrowserPage opened, String metric, String value) {
        assertThat(opened.page().locator("[data-total=" + metric + "]").first()).hasText(value);
    }

    private static void noComplaints(BrowserPage... pages) {
        for (var opened : pages) {
            assertThat(opened.complaints()).isEmpty();
        }
    }
}
