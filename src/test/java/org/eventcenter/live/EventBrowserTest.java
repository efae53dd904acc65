package org.eventcenter.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.browser.TestBrowser.BrowserPage;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages that show an event, in a real browser: they move by themselves. */
@ExtendWith(VertxExtension.class)
class EventBrowserTest {
    private static final String ORGANIZERS_PAGE = "/e/rivers-2026/live";

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

            site.ring(event.edit(ada, "Zone humide de Togbin", 0));

            assertThat(screen.page().locator(".ec-line").first()).containsText("Zone humide de Togbin");
            assertThat(screen.page().locator(".ec-hero__number")).hasText("2");
            assertThat(page.page().locator("[data-edits] li").first()).containsText("Ada Reed");
            assertThat(page.page().locator("[data-total=edits]")).hasText("2");
            assertThat(list.page().locator("[data-value]")).hasText("2");
            assertThat(dashboard.page().locator(".ec-edit").first()).containsText("Zone humide de Togbin");
            assertThat(complaints(screen, page, list, dashboard)).isEmpty();
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

            site.ring(event.edit(ada, "Ziwa Jipe", 0));

            assertThat(page.locator("[data-waiting]")).hasText("Show 1 new edit");
            assertThat(page.locator(".ec-edit")).hasCount(1);
            page.keyboard().press("n");
            assertThat(page.locator(".ec-edit")).hasCount(2);
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.locator(".ec-edit").nth(1)).isFocused();
            page.keyboard().press("k");
            assertThat(page.locator(".ec-edit").nth(0)).isFocused();
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
}
