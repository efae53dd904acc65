package org.eventcenter.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.browser.TestBrowser.BrowserPage;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.stream.SourceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that show an event, in a real browser: they move by themselves. */
@ExtendWith(VertxExtension.class)
class EventBrowserTest {
    private static final Instant UP_TO = Instant.parse("2026-03-07T15:39:00Z");
    private static final Pattern GREEN = Pattern.compile("ec-state--live");
    private static final String ORGANIZERS_PAGE = "/e/rivers-2026/live";

    /** Browsers of before 2022 know that zone as Europe/Kiev; one that knows neither shows UTC. */
    private static final String NO_KYIV = """
            Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
              construct(format, [locale, options]) {
                if (/Kyiv|Kiev/.test(options?.timeZone)) throw new RangeError('Invalid time zone specified');
                return new format(locale, options);
              },
            });""";

    private static TestBrowser browser;

    private PageSite site;
    private TestEvent event;
    private long ada;

    @BeforeAll
    static void openBrowser() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "rivers-2026");
        site = PageSite.start(vertx, database);
        ada = event.person("Ada Reed");
        event.join(ada, false);
        event.edit(ada, "Mara Wetland", 20);
        event.source(SourceState.Kind.LIVE, UP_TO);
    }

    @AfterEach
    void close() throws Exception {
        event.close();
        site.close();
    }

    @Test
    void an_edit_reaches_every_open_page_without_a_reload() throws Exception {
        try (var screen = open("/e/rivers-2026/screen?scene=goal", wide());
                var page = open("/e/rivers-2026", phone());
                var list = open("/", phone());
                var dashboard = open(ORGANIZERS_PAGE, wide())) {
            assertThat(screen.page().locator("[data-freshness]")).hasText("Live");
            assertThat(dashboard.page().locator("[data-link]")).hasText("Live");
            assertThat(list.page().locator("[data-last-edit]")).hasText("Last edit 20 minutes ago");
            assertThat(list.page().locator("[data-last-edit]")).not().hasClass(GREEN);

            site.ring(event.edit(ada, "Zone humide de Togbin", 0));

            assertThat(screen.page().locator(".ec-line").first()).containsText("Zone humide de Togbin");
            assertThat(screen.page().locator(".ec-hero__number")).hasText("2");
            assertThat(page.page().locator("[data-edits] li").first()).containsText("Ada Reed");
            assertThat(page.page().locator("[data-total=edits]")).hasText("2");
            assertThat(list.page().locator("[data-value]")).hasText("2");
            assertThat(list.page().locator("[data-last-edit]")).hasClass(GREEN);
            assertThat(dashboard.page().locator(".ec-edit").first()).containsText("Zone humide de Togbin");
            assertThat(complaints(screen, page, list, dashboard)).isEmpty();
        }
    }

    @Test
    void a_source_that_is_not_live_is_said_on_every_open_page_and_nothing_is_called_live() throws Exception {
        try (var screen = open("/e/rivers-2026/screen?scene=goal", wide());
                var page = open("/e/rivers-2026", phone());
                var list = open("/", phone());
                var dashboard = open(ORGANIZERS_PAGE, wide())) {
            for (var opened : List.of(page, list, dashboard)) {
                assertThat(opened.page().locator("[data-link]")).hasText("Live");
            }
            assertThat(screen.page().locator(".ec-pace")).containsText("Heading for");

            event.source(SourceState.Kind.AWAY, UP_TO);
            says("No edits from Wikimedia since ", "; nothing is lost", screen, page, list, dashboard);
            assertThat(screen.page().locator(".ec-pace")).isEmpty();

            event.source(SourceState.Kind.CATCHING_UP, UP_TO);
            says("Catching up with Wikimedia: exact up to ", "", screen, page, list, dashboard);

            event.source(SourceState.Kind.LATE, UP_TO);
            says("Edits arrive late from Wikimedia; exact up to ", "", screen, page, list, dashboard);

            event.source(SourceState.Kind.LIVE, UP_TO);
            assertThat(screen.page().locator("[data-freshness]")).hasText("Live");
            assertThat(screen.page().locator(".ec-pace")).containsText("Heading for");
        }
    }

    @Test
    void on_the_dashboard_the_longest_words_about_the_source_are_whole_and_beside_the_buttons() throws Exception {
        event.source(SourceState.Kind.AWAY, UP_TO);
        for (var language : List.of("en", "fr", "ar")) {
            try (var dashboard = open(ORGANIZERS_PAGE + "?uselang=" + language, wide())) {
                assertThat(dashboard.page().locator("[data-link]")).hasText(Pattern.compile(".*\\d\\d[:.]\\d\\d.*"));
                for (var width : List.of(320, 360, 640, 768, 1024, 1366)) {
                    dashboard.page().setViewportSize(width, 800);
                    assertThat(dashboard.page().evaluate(STRIP_FAULTS))
                            .as(language + " at " + width)
                            .isEqualTo(List.of());
                }
            }
        }
    }

    private static final String STRIP_FAULTS = """
            () => {
                const boxes = [...document.querySelectorAll('.ec-strip h1, .ec-strip [data-link], .ec-strip [data-left], .ec-strip .cdx-button')]
                    .map((e) => ({ e, box: e.getBoundingClientRect() }));
                const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
                const name = ({ e }) => e.tagName + (e.getAttribute('data-link') === null ? '' : ' state');
                return [
                    ...boxes.filter(({ box }) => box.left < -1 || box.right > innerWidth + 1).map((b) => name(b) + ' is outside'),
                    ...boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => !apart(a.box, b.box)).map((b) => name(a) + ' on ' + name(b))),
                ];
            }""";

    /** The room's clock on its screen, that of whoever looks on the other pages; the day too, when it is another. */
    private static void says(String before, String after, BrowserPage screen, BrowserPage... pages) {
        assertThat(screen.page().locator("[data-freshness]")).hasText(Pattern.compile(before + ".*15:39" + after));
        assertThat(screen.page().locator("body")).hasAttribute("data-link", "late");
        for (var opened : pages) {
            assertThat(opened.page().locator("[data-link]")).hasText(Pattern.compile(before + ".*18:39" + after));
            assertThat(opened.page().locator("[data-link]")).not().hasClass(GREEN);
        }
    }

    @Test
    void a_paused_screen_bears_a_sign_of_it() {
        try (var screen = open("/e/rivers-2026/screen", wide())) {
            var sign = screen.page().locator("[data-paused]");
            assertThat(screen.page().locator("[data-freshness]")).hasText("Live");
            assertThat(sign).isHidden();
            screen.page().keyboard().press(" ");
            assertThat(sign).isVisible();
            screen.page().keyboard().press(" ");
            assertThat(sign).isHidden();
        }
    }

    @Test
    void what_was_taken_back_goes_from_every_open_page() throws Exception {
        try (var screen = open("/e/rivers-2026/screen?scene=goal", wide());
                var page = open("/e/rivers-2026", phone());
                var dashboard = open(ORGANIZERS_PAGE, wide())) {
            assertThat(screen.page().locator(".ec-line")).containsText("Ada Reed");
            assertThat(page.page().locator("[data-people]")).containsText("Ada Reed");

            site.ring(event.takeBack(ada, "private"));

            assertThat(screen.page().locator(".ec-line")).hasCount(0);
            assertThat(page.page().locator("[data-people]")).not().containsText("Ada Reed");
            assertThat(dashboard.page().locator(".ec-person .ec-private")).hasText("private");
            assertThat(dashboard.page().locator("[data-public=participants]")).hasText("0");
        }
    }

    @Test
    void a_reverted_edit_stays_with_the_organizers_struck_out_and_explained() throws Exception {
        try (var dashboard = open(ORGANIZERS_PAGE, wide())) {
            var page = dashboard.page();
            assertThat(page.locator(".ec-edit")).hasCount(1);

            site.ring(event.revert(event.lastRevision(), true));

            assertThat(page.locator(".ec-edit--undone")).containsText("not counted: undone");
            assertThat(page.locator("[data-all=edits]").last()).hasText("0");
            page.click("[data-filter=new]");
            assertThat(page.locator(".ec-edit")).hasCount(0);
            page.click("[data-filter=out]");
            assertThat(page.locator(".ec-edit")).hasCount(1);
        }
    }

    @Test
    void a_paused_list_counts_what_waits_and_the_keyboard_goes_through_it() throws Exception {
        try (var dashboard = open(ORGANIZERS_PAGE, wide())) {
            var page = dashboard.page();
            assertThat(page.locator(".ec-edit")).hasCount(1);
            page.keyboard().press("p");
            assertThat(page.locator("[data-pause]")).hasText("Go on");
            assertThat(page.locator("[data-pause][aria-pressed]")).hasCount(0);

            site.ring(event.edit(ada, "Ziwa Jipe", 0));

            assertThat(page.locator("[data-waiting]")).hasText("Show 1 new edit");
            assertThat(page.locator(".ec-edit")).hasCount(1);
            page.keyboard().press("n");
            assertThat(page.locator("[data-pause]")).hasText("Pause");
            assertThat(page.locator(".ec-edit")).hasCount(2);
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.locator(".ec-edit").nth(1)).isFocused();
            page.keyboard().press("k");
            assertThat(page.locator(".ec-edit").nth(0)).isFocused();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    full         | capacity = 1                                                     | Full: all places are taken
                    not-yet-open | opens_at = date_trunc('day', now() + interval '3 days', 'UTC')    | Registration opens: \\w{3} 00:00
                    closed       | closes_at = now() - interval '1 minute'                          | Registration is closed
                    cancelled    | status = 'cancelled'                                             | ^$
                    """)
    void nobody_is_asked_in_who_cannot_come_in(String door, String changed, String words) throws Exception {
        event.set(changed);
        for (var hasScript : List.of(true, false)) {
            var options = wide().setJavaScriptEnabled(hasScript);
            try (var screen = open("/e/rivers-2026/screen?motion=off&scene=join", options)) {
                assertThat(screen.page().locator("body")).hasAttribute("data-door", door);
                assertThat(screen.page().locator("[data-door-words]")).hasText(Pattern.compile(words));
                assertThat(screen.page().locator(".ec-qr:visible, .ec-dock__code:visible, .ec-steps__verb:visible"))
                        .hasCount(0);
            }
        }
    }

    @Test
    void a_door_that_closes_or_opens_while_pages_stand_open_is_seen_there() throws Exception {
        try (var screen = waiting("/e/rivers-2026/screen?scene=join", wide());
                var page = waiting("/e/rivers-2026", phone())) {
            assertThat(screen.page().locator(".ec-dock__code")).isVisible();

            event.set("capacity = 1");
            screen.page().clock().fastForward("01:00");
            page.page().clock().fastForward("06:00");

            assertThat(screen.page().locator("[data-door-words]")).hasText("Full: all places are taken");
            assertThat(screen.page().locator(".ec-qr:visible")).hasCount(0);
            assertThat(page.page().locator(".ec-door")).containsText("Full");

            event.set("capacity = 2");
            screen.page().clock().fastForward("01:00");
            page.page().clock().fastForward("06:00");

            assertThat(screen.page().locator(".ec-dock__code")).isVisible();
            assertThat(page.page().locator(".ec-door")).containsText("Register");
        }
    }

    @Test
    void what_is_not_loaded_is_not_called_empty() {
        var without = wide().setJavaScriptEnabled(false);
        try (var dashboard = open(ORGANIZERS_PAGE, without)) {
            assertThat(dashboard.page().locator("[data-none]:visible, [data-unloaded]:visible"))
                    .hasCount(0);
            assertThat(dashboard.page().locator("noscript p:visible")).hasCount(2);
        }
        try (var dashboard = browser.open(wide().setLocale("en-GB"))) {
            dashboard.page().routeWebSocket(Pattern.compile("/live$"), WebSocketRoute::close);
            visitAsOrganizer(dashboard);
            assertThat(dashboard.page().locator("[data-unloaded]:visible")).hasCount(2);
            assertThat(dashboard.page().locator("[data-none]:visible")).hasCount(0);
        }
    }

    @Test
    void latest_edits_stand_in_the_order_of_their_times() throws Exception {
        event.edit(ada, "Ziwa Jipe", 5);
        try (var screen = open("/e/rivers-2026/screen?scene=goal", wide());
                var page = open("/e/rivers-2026", phone());
                var dashboard = open(ORGANIZERS_PAGE, wide())) {
            assertThat(dashboard.page().locator(".ec-edit")).hasCount(2);
            assertThat(screen.page().locator(".ec-line")).hasCount(2);

            site.ring(event.edit(ada, "Came late", 10));

            String[] order = {"Ziwa Jipe", "Came late", "Mara Wetland"};
            assertThat(screen.page().locator(".ec-line__title")).hasText(order);
            assertThat(page.page().locator(".ec-edits__title")).hasText(order);
            assertThat(dashboard.page().locator(".ec-edit__title a")).hasText(order);
        }
    }

    @Test
    void a_burst_of_new_articles_is_in_the_field_whole() throws Exception {
        try (var screen = open("/e/rivers-2026/screen?scene=field", wide())) {
            assertThat(screen.page().locator(".ec-legend b")).hasText("1");

            site.ring(event.pages(ada, 120));

            assertThat(screen.page().locator("[data-articles]")).hasText("121 articles");
            assertThat(screen.page().locator(".ec-legend b")).hasText("121");
        }
    }

    @Test
    void a_browser_that_does_not_know_the_zone_of_the_event_shows_it_all_the_same() throws Exception {
        event.set("time_zone = 'Europe/Kyiv'");
        for (var path : List.of("/e/rivers-2026", "/e/rivers-2026/screen")) {
            try (var old = browser.open(wide().setLocale("en-GB"))) {
                old.page().addInitScript(NO_KYIV);
                old.page().navigate(site.http.url(path));
                assertThat(old.page().locator("[data-link], [data-freshness]").last())
                        .hasText("Live");
                assertThat(old.complaints()).isEmpty();
            }
        }
    }

    /** A page whose clock is moved by the test: it stands open for as long as one likes. */
    private BrowserPage waiting(String path, NewContextOptions options) {
        var opened = browser.open(options.setLocale("en-GB"));
        opened.page().clock().install();
        opened.page().navigate(site.http.url(path));
        assertThat(opened.page().locator("[data-link], [data-freshness]").last())
                .hasText("Live");
        return opened;
    }

    private void visitAsOrganizer(BrowserPage opened) {
        opened.page().context().addCookies(List.of(new Cookie("who", "organizer").setUrl(site.http.url("/"))));
        opened.page().navigate(site.http.url(ORGANIZERS_PAGE));
    }

    private BrowserPage open(String path, NewContextOptions options) {
        var opened = browser.open(options.setLocale("en-GB").setTimezoneId("Africa/Nairobi"));
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
}
