package org.eventcenter.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.browser.TestBrowser.BrowserPage;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.stream.SourceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that show an event fit their screens, are for everybody, and cost little. */
class EventLayoutTest {
    private static final int BUDGET = 60 * 1024;

    private static Vertx vertx;
    private static TestBrowser browser;
    private static PageSite site;
    private static TestEvent event;
    private static TestEvent manyEdits;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        browser = new TestBrowser();
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "rivers-2026");
        manyEdits = eventOfMany(database);
        site = PageSite.start(vertx, database);
        event.source(SourceState.Kind.LIVE, Instant.EPOCH);
        var ada = event.person("Ada Reed");
        event.join(ada, false);
        for (int i = 0; i < 9; i++) {
            event.edit(ada, "A rather long title of an article about rivers " + i, 20 - i);
        }
    }

    private static TestEvent eventOfMany(TestDatabase database) throws Exception {
        var many = TestEvent.create(database, "tides-2026");
        many.goal(9_000_000);
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update feed set edits = 1234567, participants = 12345, created = 123456 where event_id = "
                            + many.eventId());
        }
        return many;
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        event.close();
        manyEdits.close();
        site.close();
        vertx.close().await(10, SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "1280, 720", "1920, 1080", "3840, 2160", "1080, 1920"})
    void the_room_screen_never_scrolls_and_has_no_small_letter(int width, int height) {
        try (var screen = browser.open(new NewContextOptions().setViewportSize(width, height))) {
            for (var look : List.of(
                    "goal&uselang=fr&theme=dark",
                    "goal&uselang=ar",
                    "field&uselang=fr&theme=dark",
                    "join&uselang=ar")) {
                show(screen, "/e/rivers-2026/screen?motion=off&scene=" + look);
                assertThat(screen.page().locator("[data-clock]")).not().isEmpty();
                assertThat(measure(screen.page(), "smallest"))
                        .as("smallest letter in u, " + look)
                        .isGreaterThanOrEqualTo(3.49);
                assertThat(measure(screen.page(), "overflow"))
                        .as("pixels beyond their box, " + look)
                        .isLessThanOrEqualTo(1);
                assertThat(complaints(screen)).isEmpty();
            }
        }
    }

    /** The days that follow on any day are all weekdays and, beyond a week, a date. */
    @ParameterizedTest
    @CsvSource({"en, few", "fr, few", "ar, few", "en, many", "fr, many", "ar, many"})
    void no_number_and_no_time_is_cut_whatever_the_day_and_the_figures(String language, String howMany)
            throws Exception {
        var path = "/e/" + (howMany.equals("many") ? "tides-2026" : "rivers-2026");
        var shown = howMany.equals("many") ? manyEdits : event;
        try (var screen = browser.open(new NewContextOptions().setViewportSize(1280, 720))) {
            for (int days = 0; days <= 8; days++) {
                shown.set("ends_at = date_trunc('second', now()) + interval '1 minute' + interval '" + days + " days'");
                show(screen, path + "/screen?motion=off&scene=goal&uselang=" + language);
                assertThat(screen.page().locator("[data-clock]")).not().isEmpty();
                assertThat(screen.page().locator(".ec-pace")).not().isEmpty();
                var when = days + " days from now: "
                        + screen.page().locator(".ec-pace").textContent();
                assertThat(measure(screen.page(), "cut"))
                        .as("pixels cut, " + when)
                        .isLessThanOrEqualTo(1);
                assertThat(measure(screen.page(), "overflow"))
                        .as("pixels beyond their box, " + when)
                        .isLessThanOrEqualTo(1);
                assertThat(measure(screen.page(), "smallest"))
                        .as("smallest letter in u, " + when)
                        .isGreaterThanOrEqualTo(3.49);
            }
        } finally {
            shown.set("ends_at = date_trunc('second', now()) + interval '1 day'");
        }
    }

    /**
     * smallest: the least font size that shows text, in u; overflow: how far the words or the page stand out; cut: how
     * much of the words with a number or a time in them is not to be seen.
     */
    private static double measure(Page page, String what) {
        return ((Number) page.evaluate("""
                what => {
                    const u = Math.min(innerHeight / 100, innerWidth * 0.0072);
                    const visible = [...document.body.querySelectorAll('*')].filter((e) =>
                        getComputedStyle(e).visibility === 'visible' && e.getClientRects().length > 0);
                    const texts = visible.filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
                    if (what === 'smallest') {
                        const html = texts.filter((e) => !e.ownerSVGElement && !e.matches('.ec-hidden'));
                        return Math.min(...html.map((e) => parseFloat(getComputedStyle(e).fontSize))) / u;
                    }
                    if (what === 'cut') {
                        const told = visible.filter((e) => e.matches('[data-headline], .ec-togo, .ec-pace, .ec-hero p, [data-total]'));
                        return Math.max(...told.map((e) => e.scrollWidth - e.clientWidth));
                    }
                    const root = document.documentElement;
                    const words = visible.filter((e) => e.matches('.ec-words > .ec-scene'));
                    return Math.max(root.scrollWidth - innerWidth, root.scrollHeight - innerHeight,
                        ...words.map((e) => e.scrollHeight - e.clientHeight));
                }""", what)).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "fr, LIGHT", "ar, DARK"})
    void axe_finds_nothing_on_any_page_and_nothing_scrolls_sideways_at_320_pixels(String language, ColorScheme scheme) {
        var narrow = new NewContextOptions().setViewportSize(320, 640).setColorScheme(scheme);
        try (var anybody = browser.open(narrow.setLocale("en-GB"));
                var organizer = browser.open(narrow);
                var room = browser.open(new NewContextOptions().setViewportSize(1366, 768))) {
            organizer.page().context().addCookies(List.of(new Cookie("who", "organizer").setUrl(site.http.url("/"))));
            for (var path : List.of("/?", "/?page=past&", "/e/rivers-2026?", "/e/river-2026?")) {
                isForEverybody(anybody, path + "uselang=" + language);
            }
            isForEverybody(organizer, "/e/rivers-2026/live?uselang=" + language);
            for (var theme : List.of("light", "dark")) {
                isForEverybody(room, "/e/rivers-2026/screen?theme=" + theme + "&uselang=" + language);
            }
        }
    }

    private static void isForEverybody(BrowserPage opened, String path) {
        show(opened, path);
        assertThat(opened.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scroll on " + path)
                .isEqualTo(true);
        assertThat(opened.axe()).as("axe on " + path).isEmpty();
    }

    @Test
    void the_public_pages_cost_at_most_60_KB_with_all_that_they_load() {
        for (var path : List.of("/", "/e/rivers-2026")) {
            var bytes = new AtomicLong();
            try (var opened = browser.open(phone())) {
                opened.page()
                        .onRequestFinished(request -> bytes.addAndGet(
                                request.sizes().responseBodySize + request.sizes().responseHeadersSize));
                opened.page().navigate(site.http.url(path));
                assertThat(opened.page().locator("[data-link]")).hasText("Live");
            }
            assertThat(bytes.get()).as("bytes of " + path).isBetween(20_000L, (long) BUDGET);
        }
    }

    private static void show(BrowserPage opened, String path) {
        opened.page().navigate(site.http.url(path));
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(360, 800);
    }

    private static List<String> complaints(BrowserPage... pages) {
        return List.of(pages).stream()
                .flatMap(page -> page.complaints().stream())
                .toList();
    }
}
