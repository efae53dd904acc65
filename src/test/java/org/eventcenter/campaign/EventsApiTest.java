package org.eventcenter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import org.eventcenter.registration.ApiSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class EventsApiTest {
    private static final JsonObject NOTHING_MORE = new JsonObject();

    private static ApiSite hub;
    private static String organizer;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = ApiSite.start(vertx);
        organizer = hub.tokenOf("Example Organizer");
    }

    @Test
    void an_event_that_was_created_is_read_and_listed() {
        var goals = new JsonArray().add(new JsonObject().put("metric", "edits").put("target", 100));
        var created = hub.createEvent("rivers", organizer, new JsonObject().put("goals", goals));
        var read = new JsonObject(hub.site().get("/api/events/rivers").body());
        var listed = new JsonObject(hub.site().get("/api/events").body());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/events/rivers");
        assertThat(read.getString("name")).isEqualTo("Rivers of the north");
        assertThat(read.getString("phase")).isEqualTo("ongoing");
        assertThat(read.getString("joining")).isEqualTo("open");
        assertThat(read.getJsonArray("wikis").getJsonObject(0))
                .isEqualTo(new JsonObject().put("wiki", "enwiki").put("namespaces", new JsonArray().add(0)));
        assertThat(read.getJsonArray("goals").getJsonObject(0).getInteger("target"))
                .isEqualTo(100);
        assertThat(listed.getJsonArray("events").stream().map(event -> ((JsonObject) event).getString("slug")))
                .contains("rivers");
    }

    @Test
    void an_event_says_whether_one_can_register() {
        hub.createEvent(
                "later",
                organizer,
                new JsonObject()
                        .put("opensAt", "2099-01-01T10:00:00Z")
                        .put("startsAt", "2099-01-02T10:00:00Z")
                        .put("endsAt", "2099-01-03T10:00:00Z"));

        assertThat(new JsonObject(hub.site().get("/api/events/later").body()).getString("joining"))
                .isEqualTo("not_yet_open");
    }

    @Test
    void a_time_without_an_offset_is_as_clocks_show_it_in_the_zone_of_the_event() {
        var created = hub.createEvent(
                "summer-time",
                organizer,
                new JsonObject().put("startsAt", "2026-07-01T10:00:00").put("endsAt", "2026-07-01T18:00:00"));

        assertThat(new JsonObject(created.body()).getString("startsAt")).isEqualTo("2026-07-01T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T02:30:00, skip",
        "2027-10-31T02:30:00, twice",
        "2027-07-01T10:00:00+01:00, +02:00",
        "2027-03-28T02:30:00+01:00, +02:00"
    })
    void a_time_that_the_clocks_of_the_zone_do_not_show_once_is_refused_by_name(String time, String said) {
        var answer = hub.createEvent(
                "clocks", organizer, new JsonObject().put("startsAt", time).put("endsAt", "2028-01-01T10:00:00Z"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(answer.body()).getJsonArray("errors"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(((JsonObject) error).getString("pointer")).isEqualTo("/startsAt");
                    assertThat(((JsonObject) error).getString("detail")).contains("Europe/Paris", said);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2027-10-31T02:30:00+02:00, 2027-10-31T00:30:00Z",
        "Europe/Paris, 2027-10-31T02:30:00+01:00, 2027-10-31T01:30:00Z",
        "Europe/Paris, 2027-07-01T10:00:00+00:00, 2027-07-01T10:00:00Z",
        "+02:00, 2027-07-01T10:00:00, 2027-07-01T08:00:00Z",
        "-03:30, 2027-07-01T10:00:00-03:30, 2027-07-01T13:30:00Z",
        "+00:00, 2027-07-01T10:00:00, 2027-07-01T10:00:00Z"
    })
    void a_time_is_read_with_the_offset_of_its_zone(String zone, String time, String instant) {
        var slug = "offset-" + Integer.toHexString((zone + time).hashCode());
        var created = hub.createEvent(
                slug,
                organizer,
                new JsonObject().put("timeZone", zone).put("startsAt", time).put("endsAt", "2028-01-01T10:00:00Z"));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(new JsonObject(created.body()).getString("startsAt")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemV/PST8", "+2", "+15:00", "GMT+02:00", "Z", "PST"})
    void what_is_no_zone_of_the_database_and_no_offset_is_refused(String zone) {
        var answer = hub.createEvent("zones", organizer, new JsonObject().put("timeZone", zone));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/timeZone");
    }

    @Test
    void all_mistakes_of_an_event_are_told_at_once_each_with_its_place() {
        var wrong = new JsonObject()
                .put("slug", "No Slug")
                .put("startsAt", "tomorrow")
                .put("endsAt", "2026-07-01T18:00:00Z")
                .put("timeZone", "Mars/Olympus")
                .put("capacity", "many")
                .put("wikis", new JsonArray().add("enwiki").add("zzwiki"))
                .put("goals", new JsonArray().add(new JsonObject().put("metric", "fame")))
                .put("color", "gold");
        var answer = hub.call("POST", "/api/events", organizer, wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(answer.body())
                        .getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactlyInAnyOrder(
                        "/slug",
                        "/name",
                        "/startsAt",
                        "/timeZone",
                        "/capacity",
                        "/wikis/1",
                        "/goals/0/metric",
                        "/goals/0/target",
                        "/color");
    }

    @Test
    void more_places_than_there_can_be_says_how_many_there_can_be() {
        var answer = hub.createEvent("stadium", organizer, new JsonObject().put("capacity", 99_999_999_999L));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().replaceAll("[^0-9]", "")).contains("2147483647");
    }

    @Test
    void a_taken_or_reserved_address_is_a_mistake_of_its_field() {
        hub.createEvent("lakes", organizer, NOTHING_MORE);
        for (var slug : new String[] {"lakes", "register"}) {
            var again = hub.createEvent(slug, organizer, NOTHING_MORE);

            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("\"pointer\":\"/slug\"");
        }
    }

    @Test
    void a_body_that_is_no_object_or_says_a_member_twice_is_refused() {
        for (var body : new String[] {"", "[]", "null", "{", "{} {}", "{\"slug\":\"a\",\"slug\":\"b\"}"}) {
            var answer = hub.site().send("POST", "/api/events", body, "Authorization", "Bearer " + organizer);

            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("/problems/no-json");
        }
    }

    @Test
    void somebody_without_an_account_creates_nothing() {
        assertThat(hub.site().send("POST", "/api/events", "{}").statusCode()).isEqualTo(401);
        assertThat(hub.call("POST", "/api/events", "ec_made-up", NOTHING_MORE).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_draft_a_test_and_no_event_look_the_same_to_strangers() throws Exception {
        hub.createEvent("a-draft", organizer, new JsonObject().put("status", "draft"));
        hub.createEvent("a-test", organizer, new JsonObject().put("test", true));
        var stranger = hub.tokenOf("Example Stranger");
        for (var slug : new String[] {"a-draft", "a-test", "no-event", "NO%20slug%00"}) {
            for (var path : new String[] {"", "/totals", "/registration"}) {
                var answer = hub.read("/api/events/" + slug + path, stranger);

                assertThat(answer.statusCode()).as(slug + path).isEqualTo(404);
                assertThat(answer.body()).contains("/problems/unknown-event");
            }
        }
        assertThat(hub.read("/api/events/a-draft", organizer).statusCode()).isEqualTo(200);
    }

    @Test
    void what_strangers_read_of_an_event_tells_no_number_of_places() {
        hub.createEvent("few-places", organizer, new JsonObject().put("capacity", 3));

        assertThat(hub.site().get("/api/events/few-places").body()).doesNotContain("capacity");
        assertThat(new JsonObject(hub.read("/api/events/few-places", organizer).body()).getInteger("capacity"))
                .isEqualTo(3);
    }

    @Test
    void texts_that_look_like_markup_stay_texts_and_control_characters_are_gone() {
        var name = "<script>alert(1)</script>'; drop table event; --";
        hub.createEvent("hostile", organizer, new JsonObject().put("name", name + "\u202Egnp.exe\u0000"));

        assertThat(new JsonObject(hub.site().get("/api/events/hostile").body()).getString("name"))
                .isEqualTo(name + "gnp.exe");
    }

    @Test
    void an_unknown_phase_or_cursor_is_a_mistake_of_the_parameter() {
        assertThat(hub.site().get("/api/events?phase=never").body()).contains("?phase");
        assertThat(hub.site().get("/api/events?after=%27--").statusCode()).isEqualTo(422);
    }
}
