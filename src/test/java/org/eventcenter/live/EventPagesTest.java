package org.eventcenter.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.eventcenter.campaign.EventStatus;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that show an event, as they are before any script runs. */
@ExtendWith(VertxExtension.class)
class EventPagesTest {
    private static final List<String> PUBLIC_PAGES =
            List.of("/", "/e/rivers-2026", "/e/rivers-2026/screen", "/e/rivers-2026/screen/articles");

    private static final List<String> PAGES_OF_WHAT_IS_OVER =
            List.of("/?page=past", "/e/rivers-2026", "/e/rivers-2026/screen", "/e/rivers-2026/live");

    /** In the text of a page, not in the data for its script. */
    private static final String FINAL_SHOWN = ">Ended · final numbers<";

    private PageSite site;
    private TestEvent event;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "rivers-2026");
        site = PageSite.start(vertx, database);
    }

    @AfterEach
    void close() throws Exception {
        event.close();
        site.close();
    }

    @Test
    void a_page_has_the_figures_names_and_edits_without_any_script() throws Exception {
        var ada = event.person("Ada");
        event.join(ada, false);
        event.edit(ada, "Mara Wetland", 5);

        assertThat(site.get("/e/rivers-2026").body())
                .contains("<bdi>Ada</bdi>", "Mara Wetland", "of 1,000", "1 person", "Public participants only");
        assertThat(site.get("/").body()).contains("Happening now", "href=\"/e/rivers-2026\"", "1 person");
    }

    @Test
    void a_private_person_is_in_no_byte_of_a_public_page() throws Exception {
        var before = PUBLIC_PAGES.stream().map(path -> site.get(path).body()).toList();

        var hidden = event.person("Hidden Hedgehog");
        event.join(hidden, true);
        event.edit(hidden, "Secret Garden", 5);

        var after = PUBLIC_PAGES.stream().map(path -> site.get(path).body()).toList();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void what_people_and_wikis_wrote_is_only_ever_text() throws Exception {
        var mallory = event.person("<img src=x onerror=alert(1)>");
        event.join(mallory, false);
        event.edit(mallory, "</script><script>alert(1)</script>", 5);

        for (var path : PUBLIC_PAGES.subList(0, 3)) {
            assertThat(site.get(path).body()).doesNotContain("<img", "<script>alert");
        }
        assertThat(site.get("/e/rivers-2026").body()).contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void the_articles_of_the_screen_stand_in_the_order_of_their_first_edit() throws Exception {
        var ada = event.person("Ada");
        event.join(ada, false);
        event.edit(ada, "First", 9);
        event.edit(ada, "Second", 8);
        event.edit(ada, "First", 7);

        var answer = new JsonObject(site.get("/e/rivers-2026/screen/articles").body());
        var bytes = answer.getJsonArray("articles").stream()
                .map(row -> ((JsonArray) row).getInteger(2))
                .toList();
        assertThat(bytes).containsExactly(20, 10);
    }

    @Test
    void a_mistyped_address_offers_the_nearest_public_event_with_404() {
        var near = site.get("/e/river-2026");
        var far = site.get("/e/something-else");

        assertThat(near.statusCode()).isEqualTo(404);
        assertThat(near.body()).contains("Did you mean this one?", "href=\"/e/rivers-2026\"");
        assertThat(far.body()).doesNotContain("Did you mean").contains("There is no event at this address");
    }

    @Test
    void an_address_that_no_text_can_hold_is_unknown_like_others() {
        for (var rest : List.of("", "/live", "/screen", "/screen/articles")) {
            assertThat(site.get("/e/rivers-2026%00" + rest).statusCode())
                    .as(rest)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_draft_is_neither_shown_nor_offered_nor_listed() throws Exception {
        site.events.setStatus(event.eventId(), EventStatus.DRAFT).await(5, SECONDS);

        assertThat(site.get("/e/rivers-2026").statusCode()).isEqualTo(404);
        assertThat(site.get("/e/river-2026").body()).doesNotContain("An edit-a-thon");
        assertThat(site.get("/").body()).doesNotContain("An edit-a-thon").contains("No events yet");
        assertThat(site.get("/e/rivers-2026/screen").statusCode()).isEqualTo(404);
    }

    @Test
    void an_event_that_is_over_says_until_when_late_edits_arrive_and_then_that_its_figures_are_final()
            throws Exception {
        var late = "Ended · late edits still arrive";
        event.set("ends_at = date_trunc('second', now()) - interval '1 hour', created_at = starts_at");
        for (var path : PAGES_OF_WHAT_IS_OVER) {
            assertThat(site.getAs("organizer", path).body())
                    .contains(late)
                    .doesNotContain(late + " until", FINAL_SHOWN);
        }

        event.sourceIsLive();
        for (var path : PAGES_OF_WHAT_IS_OVER) {
            assertThat(site.getAs("organizer", path).body()).containsPattern(late + " until [^\"<]*\\d\\d:\\d\\d");
        }

        event.set("final_at = now()");
        assertThat(site.get("/?page=past").body())
                .contains("Ended · final numbers")
                .doesNotContain(late);
        assertThat(site.get("/e/rivers-2026").body()).contains(">Ended · final numbers<");
    }

    @Test
    void a_cancelled_event_says_so() throws Exception {
        site.events.setStatus(event.eventId(), EventStatus.CANCELLED).await(5, SECONDS);

        assertThat(site.get("/e/rivers-2026").body()).contains("Cancelled", "This event does not take place");
        assertThat(site.get("/e/rivers-2026/screen").body())
                .contains("data-phase=\"cancelled\"", "<p data-headline>This event was cancelled</p>");
    }

    @Test
    void the_dashboard_is_for_organizers() throws Exception {
        event.join(event.person("Hidden Hedgehog"), true);

        assertThat(site.get("/e/rivers-2026").body()).doesNotContain("/e/rivers-2026/live");
        assertThat(site.getAs("organizer", "/e/rivers-2026").body()).contains("href=\"/e/rivers-2026/live\"");
        assertThat(site.get("/e/rivers-2026/live").statusCode()).isEqualTo(401);
        assertThat(site.get("/e/rivers-2026/live").body())
                .contains("This page needs your Wikimedia account.")
                .doesNotContain("Authorization");
        assertThat(site.getAs("somebody", "/e/rivers-2026/live").statusCode()).isEqualTo(403);
        assertThat(site.getAs("organizer", "/e/rivers-2026/live").body()).contains("data-all=\"participants\">1<");
    }

    @Test
    void an_event_that_ends_on_another_day_says_the_day() {
        var day = "\\w{3} \\d\\d:\\d\\d";

        assertThat(site.get("/").body()).containsPattern("until " + day + " in");
        assertThat(site.get("/e/rivers-2026/screen").body()).containsPattern("Together: 1,000 edits by " + day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    open         | capacity = 1
                    full         | capacity = 0
                    not-yet-open | status = 'draft'
                    not-yet-open | opens_at = date_trunc('hour', now()) + interval '1 hour'
                    closed       | closes_at = now() - interval '1 minute'
                    ended        | ends_at = date_trunc('second', now()) - interval '1 minute'
                    cancelled    | status = 'cancelled'
                    """)
    void nobody_is_asked_in_who_cannot_come_in(String state, String changed) throws Exception {
        event.set(changed);
        var door = new JsonObject(site.getAs("organizer", "/e/rivers-2026/door").body());

        assertThat(door.getString("state")).isEqualTo(state);
        assertThat(door.getValue("opensAt") != null).isEqualTo(changed.startsWith("opens_at"));
        assertThat(site.getAs("organizer", "/e/rivers-2026/screen").body()).contains("\"door\":" + door.encode());
        assertThat(site.getAs("organizer", "/e/rivers-2026").body().contains(">Register<"))
                .isEqualTo(state.equals("open"));
    }

    @Test
    void how_the_door_stands_is_kept_by_nobody_and_asked_for_what_one_may_see() throws Exception {
        assertThat(site.get("/e/rivers-2026/door").headers().firstValue("Cache-Control"))
                .hasValue("private, no-store");

        event.set("status = 'draft'");
        assertThat(site.get("/e/rivers-2026/door").statusCode()).isEqualTo(404);
    }

    @Test
    void the_screen_bears_the_way_in() throws Exception {
        var screen = site.get("/e/rivers-2026/screen");

        assertThat(screen.body()).contains("class=\"ec-qr\"", "localhost:" + site.http.port(), "RIV ERS-2026");
        assertThat(site.get("/e/rivers-2026/screen?scene=field&lang=ar&theme=dark&motion=off")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/e/rivers-2026/screen?theme=dark&scene=field&motion=off&uselang=ar");
    }
}
