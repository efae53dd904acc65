package org.eventcenter.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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
import org.eventcenter.stream.SourceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that show an event fit their screens, are for everybody, and cost little. */
class EventLayoutTest {
    private static final int BUDGET = 60 * 1024;
    private static final String ORGANIZERS_PAGE = "/e/rivers-2026/live";

    private static Vertx vertx;
    private static TestBrowser browser;
    private static PageSite site;
    private static TestEvent event;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        browser = new TestBrowser();
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "rivers-2026");
        site = PageSite.start(vertx, database);
        event.source(SourceState.Kind.LIVE, Instant.EPOCH);
        var ada = event.person("Ada Reed");
        event.join(ada, false);
        for (int i = 0; i < 9; i++) {
            event.edit(ada, "A rather long title of an article about rivers " + i, 20 - i);
        }
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        event.close();
        site.close();
        vertx.close().await(10, SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "1280, 720", "1920, 1080", "3840, 2160", "1080, 1920"})
    void the_room_screen_never_scrolls_and_has_no_small_letter(int width, int height) {
        var size = new NewContextOptions().setViewportSize(width, height);
        for (var look : List.of(
                "goal&uselang=fr&theme=dark", "goal&uselang=ar", "field&uselang=fr&theme=dark", "join&uselang=ar")) {
            try (var screen = open("/e/rivers-2026/screen?motion=off&scene=" + look, size)) {
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

    /** smallest: the least font size that shows text, in u; overflow: how far the words or the page stand out. */
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
        for (var path : List.of("/", "/?page=past", "/e/rivers-2026", "/e/river-2026", ORGANIZERS_PAGE)) {
            var address = path + (path.contains("?") ? "&" : "?") + "uselang=" + language;
            try (var opened = open(address, narrow)) {
                assertThat(opened.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("no sideways scroll on " + path)
                        .isEqualTo(true);
                assertThat(axe(opened.page())).as("axe on " + path).isEmpty();
            }
        }
        for (var theme : List.of("light", "dark")) {
            try (var screen = open("/e/rivers-2026/screen?theme=" + theme + "&uselang=" + language, wide())) {
                assertThat(axe(screen.page())).as("axe on the screen, " + theme).isEmpty();
            }
        }
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

    private BrowserPage open(String path, NewContextOptions options) {
        var opened = browser.open(options.setLocale("en-GB"));
        if (path.startsWith(ORGANIZERS_PAGE)) {
            opened.page().context().addCookies(List.of(new Cookie("who", "organizer").setUrl(site.http.url("/"))));
        }
        opened.page().navigate(site.http.url(path));
        return opened;
    }

    private static NewContextOptions wide() {
        return new NewContextOptions().setViewportSize(1366, 768);
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(360, 800);
    }

    private static List<String> complaints(BrowserPage... pages) {
        return List.of(pages).stream()
                .flatMap(page -> page.complaints().stream())
                .toList();
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
