package org.eventcenter.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eventcenter.account.Account;
import org.eventcenter.browser.TestBrowser;
import org.eventcenter.browser.TestBrowser.BrowserPage;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventStatus;
import org.eventcenter.campaign.TestEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People with a phone of 360 px, in a real browser. */
@ExtendWith(VertxExtension.class)
class ParticipantBrowserTest {
    private static final int BUDGET = 60 * 1024;
    private static final String PRIMARY = "main .cdx-button--weight-primary";

    /** What makes the page scroll sideways, if it does; the seeds of the band are cut off. */
    private static final String WIDER_THAN_THE_WINDOW = """
            document.documentElement.scrollWidth <= window.innerWidth ? [] : [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > window.innerWidth
                    || one.getBoundingClientRect().left < 0)
                .map((one) => one.outerHTML.slice(0, 120))""";

    private static TestBrowser browser;

    private ParticipantSite hub;
    private CampaignEvent event;
    private Account person;

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
        hub = ParticipantSite.start(vertx);
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null));
        person = hub.person(7, "Nomvula Quill");
        hub.wiki.signedInIs(7, "Nomvula Quill");
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "fr, true", "fr, false", "ar, true", "ar, false"})
    void the_way_leads_from_the_short_address_over_the_sign_in_to_the_confirmation(String language, boolean scripts)
            throws Exception {
        try (var opened = browser.open(phone().setJavaScriptEnabled(scripts))) {
            var page = opened.page();
            page.navigate(hub.http.url("/j/" + event.shortCode() + "?uselang=" + language));
            check(opened, scripts);

            page.click(PRIMARY);
            page.waitForURL("**/e/rivers/register?uselang=" + language);
            check(opened, scripts);
            page.click("label[for=see-organizers]");
            page.click("label[for=terms]");

            page.click(PRIMARY);
            page.waitForURL("**/e/rivers/registered?uselang=" + language);
            check(opened, scripts);
            assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.locator(".ec-code")).hasText(code());
            assertThat(page.locator("h1")).containsText("Nomvula Quill");
            assertThat(hub.own(event.eventId(), person).isPrivate()).isTrue();
        }
    }

    @Test
    void the_keyboard_alone_suffices() throws Exception {
        try (var opened = browser.open(phone())) {
            var page = opened.page();
            page.navigate(hub.http.url("/e/rivers/register"));
            tabTo(page, "a.cdx-button--weight-primary");
            enter(page);
            page.waitForURL("**/e/rivers/register");

            tabTo(page, "#see-everyone");
            page.keyboard().press("ArrowDown");
            tabTo(page, "#screen");
            page.keyboard().press("Space");
            tabTo(page, "button.cdx-button--weight-primary");
            enter(page);
            assertThat(page.locator("#terms")).isFocused();
            check(opened, true);

            page.keyboard().press("Space");
            tabTo(page, "button.cdx-button--weight-primary");
            enter(page);
            page.waitForURL("**/e/rivers/registered");

            tabTo(page, "button[name=see]");
            enter(page);
            assertThat(page.locator("button[name=see][value=organizers]")).isVisible();
            tabTo(page, "a[href$='/registered/cancel']");
            enter(page);
            tabTo(page, "button.cdx-button--action-destructive");
            enter(page);
            assertThat(page.locator("h1")).containsText("You have cancelled");
            assertThat(hub.own(event.eventId(), person).isIn()).isFalse();
        }
    }

    @Test
    void the_confirmation_stays_true_while_it_is_open() throws Exception {
        try (var opened = signedIn()) {
            register(opened);
            var page = opened.page();
            assertThat(page.locator("[data-window]")).containsText("By your own clock");

            hub.run("update event set name = 'Rivers of the south'");
            hub.doorbells.ring(
                    hub.events.setStatus(event.eventId(), EventStatus.CANCELLED).await(5, SECONDS));
            assertThat(page.locator("h1")).containsText("This event will not take place");
            assertThat(page.locator("#changed")).containsText("This page has changed");

            hub.doorbells.ring(
                    hub.events.setStatus(event.eventId(), EventStatus.PUBLISHED).await(5, SECONDS));
            assertThat(page.locator(".ec-ticket")).containsText("Rivers of the south");

            hub.changes.remove(event.eventId(), person.accountId()).await(5, SECONDS);
            assertThat(page.locator("h1")).containsText("An organizer has taken you out");
            assertThat(opened.complaints()).isEmpty();
        }
    }

    @Test
    void whoever_becomes_private_is_gone_from_the_pages_that_others_have_open() throws Exception {
        try (var mine = signedIn();
                var theirs = browser.open(phone())) {
            register(mine);
            mine.page().click("button[name=screen][value=yes]");
            assertThat(mine.page().locator("button[name=screen][value=no]")).isVisible();
            theirs.page().navigate(hub.http.url("/e/rivers"));
            assertThat(theirs.page().locator("[data-people]")).containsText("Nomvula Quill");

            mine.page().click("button[name=see][value=organizers]");

            assertThat(theirs.page().locator("[data-people]")).not().containsText("Nomvula Quill");
            assertThat((String) theirs.page().evaluate("document.body.innerText"))
                    .doesNotContain("Nomvula");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void every_page_has_room_at_320_pixels_and_is_for_everybody_in_the_dark_too(String language) throws Exception {
        var narrow = phone().setViewportSize(320, 640).setColorScheme(ColorScheme.DARK);
        try (var opened = signedIn(narrow)) {
            register(opened);
            for (var path : List.of("/my", "/j/bcdfgh", "/e/rivers/registered", "/e/rivers/registered/cancel")) {
                opened.page().navigate(hub.http.url(path + "?uselang=" + language));
                check(opened, true);
            }
            hub.changes.cancel(event.eventId(), person.accountId()).await(5, SECONDS);
            for (var path : List.of("/e/rivers/registered", "/e/rivers/register")) {
                opened.page().navigate(hub.http.url(path + "?uselang=" + language));
                check(opened, true);
            }
            hub.run("update event set capacity = 0");
            opened.page().navigate(hub.http.url("/e/rivers/register?uselang=" + language));
            check(opened, true);
        }
    }

    @Test
    void each_page_costs_at_most_60_KB_with_all_that_it_loads() throws Exception {
        try (var opened = signedIn()) {
            register(opened);
        }
        var costs = new LinkedHashMap<String, Cost>();
        for (var path : List.of("/e/rivers/register", "/j/bcdfgh")) {
            costs.put("anonymous " + path, costOf(browser.open(phone()), path));
        }
        for (var path : List.of("/e/rivers/registered", "/e/rivers/registered/cancel", "/my")) {
            costs.put(path, costOf(signedIn(), path));
        }
        hub.changes.cancel(event.eventId(), person.accountId()).await(5, SECONDS);
        costs.put("/e/rivers/register", costOf(signedIn(), "/e/rivers/register"));

        System.out.println("Pages with all that they load: " + costs);
        assertThat(costs.values()).allMatch(cost -> cost.bytes > 20_000 && cost.bytes <= BUDGET);
    }

    private record Cost(long bytes, int requests) {}

    /** What went over the wire, heads and bodies, for a visitor without a cache. */
    private Cost costOf(BrowserPage opened, String path) {
        var bytes = new AtomicLong();
        var requests = new AtomicInteger();
        try (opened) {
            opened.page().onRequestFinished(request -> {
                var sizes = request.sizes();
                bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
                requests.incrementAndGet();
            });
            opened.page().navigate(hub.http.url(path));
            opened.page().waitForLoadState(LoadState.NETWORKIDLE);
        }
        return new Cost(bytes.get(), requests.get());
    }

    private void register(BrowserPage opened) {
        opened.page().navigate(hub.http.url("/e/rivers/register"));
        opened.page().click("label[for=terms]");
        opened.page().click(PRIMARY);
        opened.page().waitForURL("**/e/rivers/registered");
    }

    private String code() throws Exception {
        var code = hub.own(event.eventId(), person).code();
        return code.substring(0, 3) + " " + code.substring(3, 6) + " " + code.substring(6);
    }

    private BrowserPage signedIn() throws Exception {
        return signedIn(phone());
    }

    private BrowserPage signedIn(NewContextOptions options) throws Exception {
        var session = hub.phoneOf(person).cookies().get("session");
        var opened = browser.open(options);
        opened.page()
                .context()
                .addCookies(List.of(
                        new com.microsoft.playwright.options.Cookie("session", session).setUrl(hub.http.publicUrl())));
        return opened;
    }

    private static NewContextOptions phone() {
        return new NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("en-GB")
                .setTimezoneId("Asia/Kolkata");
    }

    /** Nothing to complain about, no sideways scroll, and axe finds nothing. */
    private static void check(BrowserPage opened, boolean scripts) {
        var page = opened.page();
        assertThat(opened.complaints())
                .filteredOn(text -> !text.contains("status of 4"))
                .isEmpty();
        if (scripts) {
            assertThat(page.evaluate(WIDER_THAN_THE_WINDOW))
                    .as("no sideways scroll on " + page.url())
                    .isEqualTo(List.of());
            assertThat(opened.axe()).as("axe on " + page.url()).isEmpty();
        }
    }

    /** Presses what has the focus and waits for the page to which that leads. */
    private static void enter(Page page) {
        var arrived = page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() / 100 != 3,
                () -> page.keyboard().press("Enter"));
        arrived.finished();
        page.waitForLoadState();
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not get to " + selector + " on " + page.url());
    }
}
