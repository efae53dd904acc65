package org.eventcenter.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.Map;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RegisteredPagesTest {
    private static final String PATH = "/e/rivers/registered";

    private ParticipantSite hub;
    private Account person;
    private CampaignEvent event;
    private Phone phone;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        person = hub.person(7, "Nomvula Quill");
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null));
        phone = hub.phoneOf(person);
    }

    @Test
    void the_confirmation_says_what_counts_where_and_until_when() throws Exception {
        hub.run("update event set starts_at = '2126-05-01 07:00Z', ends_at = '2126-05-01 14:00Z',"
                + " time_zone = 'Africa/Nairobi'");
        register("everyone");

        var page = phone.get(PATH).body();

        assertThat(page)
                .contains("10:00</bdi> to <bdi>17:00</bdi>")
                .contains("Nairobi (")
                .contains("07:00</bdi> to <bdi>14:00</bdi>, <bdi>UTC")
                .contains("<bdi>enwiki</bdi>", "<bdi>frwiki</bdi>")
                .contains("Edits to these kinds of pages: articles and namespace 4.")
                .contains("class=\"y\"")
                .contains("/e/rivers/event.ics");
    }

    @Test
    void who_becomes_private_is_gone_from_the_public_feed_and_comes_back_without_the_name() throws Exception {
        register("everyone");
        phone.post(PATH + "/consent", form(Map.of("screen", "yes")));
        assertThat(hub.publicFeed(event.eventId())).contains("Nomvula Quill");
        var before = hub.phone().get("/e/rivers").body();

        phone.post(PATH + "/visibility", form(Map.of("see", "organizers")));

        assertThat(before).contains("Nomvula Quill");
        assertThat(hub.publicFeed(event.eventId())).doesNotContain("Nomvula Quill");
        assertThat(hub.phone().get("/e/rivers").body()).doesNotContain("Nomvula Quill");
        assertThat(phone.get(PATH).body())
                .contains("No seed in the public flower is yours")
                .doesNotContain("Your name on screens")
                .doesNotContain("class=\"y\"");

        phone.post(PATH + "/visibility", form(Map.of("see", "everyone")));
        assertThat(hub.publicFeed(event.eventId()))
                .contains("\"participants\":1,")
                .doesNotContain("Nomvula Quill");
    }

    @Test
    void the_consent_to_the_name_is_taken_back_at_once() throws Exception {
        register("everyone");
        phone.post(PATH + "/consent", form(Map.of("screen", "yes")));

        var answer = phone.post(PATH + "/consent", form(Map.of("screen", "no")));

        assertThat(Phone.location(answer)).isEqualTo(PATH);
        assertThat(hub.publicFeed(event.eventId())).doesNotContain("Nomvula Quill");
        assertThat(phone.get(PATH).body()).contains("It is shown nowhere. Your edits appear without it.");
    }

    @Test
    void cancelling_asks_first_and_leaves_the_way_back_open() throws Exception {
        register("organizers");

        var question = phone.get(PATH + "/cancel");
        assertThat(question.body()).contains("Cancel your registration?").contains("Keep it");
        assertThat(hub.own(event.eventId(), person).isIn()).isTrue();

        var done = phone.post(PATH + "/cancel", Phone.filledIn(question.body(), Map.of()));
        assertThat(Phone.location(done)).isEqualTo(PATH);
        assertThat(hub.own(event.eventId(), person).isIn()).isFalse();
        assertThat(phone.get(PATH).body()).contains("You have cancelled").contains("Register again");
        assertThat(Phone.location(phone.get(PATH + "/cancel"))).isEqualTo(PATH);

        var back = phone.get("/e/rivers/register");
        assertThat(RegisterPagesTest.inputs(back.body(), "checked")).containsExactly("see-organizers");
        phone.post("/e/rivers/register", Phone.filledIn(back.body(), Map.of("see", "organizers", "terms", "yes")));
        assertThat(hub.own(event.eventId(), person).isIn()).isTrue();
    }

    @Test
    void who_is_blocked_on_the_wikis_can_still_leave() throws Exception {
        register("everyone");
        var blocked = hub.phone();
        hub.wiki.signedInIs(
                new JsonObject().put("sub", 7).put("username", "Nomvula Quill").put("blocked", true));
        blocked.signIn("/sign-in?to=" + PATH);

        var question = blocked.get(PATH + "/cancel");
        blocked.post(PATH + "/cancel", Phone.filledIn(question.body(), Map.of()));

        assertThat(hub.own(event.eventId(), person).isIn()).isFalse();
    }

    @Test
    void an_event_that_is_cancelled_or_over_says_so_to_those_who_are_in() throws Exception {
        register("everyone");

        hub.run("update event set starts_at = '2026-01-01Z', ends_at = '2026-01-02Z'");
        assertThat(phone.get(PATH).body()).contains("Thank you, <bdi>Nomvula Quill</bdi>");

        hub.run("update event set status = 'cancelled'");
        assertThat(phone.get(PATH).body()).contains("This event will not take place, <bdi>Nomvula Quill</bdi>");
    }

    @Test
    void without_a_session_nobody_sees_or_changes_a_registration() throws Exception {
        register("everyone");
        var form = form(Map.of());
        hub.sessions.endAll(person.accountId()).await(5, SECONDS);

        assertThat(phone.get(PATH).statusCode()).isEqualTo(401);
        assertThat(phone.get(PATH).body())
                .doesNotContain("You’re in")
                .contains("/sign-in?to=%2Fe%2Frivers%2Fregistered");
        assertThat(phone.post(PATH + "/cancel", form).statusCode()).isEqualTo(401);
        assertThat(hub.own(event.eventId(), person).isIn()).isTrue();
    }

    @Test
    void without_a_registration_the_way_leads_to_the_form() {
        assertThat(Phone.location(phone.get(PATH))).isEqualTo("/e/rivers/register");
        assertThat(Phone.location(phone.get(PATH + "/cancel"))).isEqualTo("/e/rivers/register");
    }

    @Test
    void a_change_that_could_not_be_confirmed_is_kept_to_be_sent_again() throws Exception {
        register("everyone");
        var form = form(Map.of("see", "organizers"));
        var outage = DatabaseOutage.of(hub.postgres);

        var notConfirmed = phone.post(PATH + "/visibility", form);
        outage.end();
        phone.post(PATH + "/visibility", Phone.filledIn(notConfirmed.body(), Map.of()));

        assertThat(notConfirmed.statusCode()).isEqualTo(503);
        assertThat(hub.own(event.eventId(), person).isPrivate()).isTrue();
    }

    @Test
    void the_event_page_says_whether_one_is_in() throws Exception {
        register("organizers");

        var mine = phone.get("/e/rivers");
        var others = hub.phone().get("/e/rivers");

        assertThat(mine.body()).contains("/e/rivers/register").contains("My registration");
        assertThat(mine.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(others.body()).doesNotContain("My registration");
    }

    @Test
    void names_and_titles_are_only_ever_text() throws Exception {
        hub.run("update event set name = '<script>alert(1)</script> \"&'");
        var hostile = hub.phoneOf(hub.person(8, "<img src=x onerror=alert(1)>"));
        hostile.post(
                "/e/rivers/register",
                Phone.filledIn(hostile.get("/e/rivers/register").body(), Map.of("see", "everyone", "terms", "yes")));

        for (var path : new String[] {PATH, PATH + "/cancel", "/my"}) {
            assertThat(hostile.get(path).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void the_calendar_file_names_nobody_and_holds_no_line_of_others() throws Exception {
        hub.run("update event set name = E'Rivers\\r\\nATTENDEE:mailto:a@b.example\\u202E, north; south',"
                + " description = E'Bring a laptop\\nand tea'");
        register("everyone");

        var file = phone.get("/e/rivers/event.ics");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(file.body().split("\r\n", -1))
                .contains("BEGIN:VEVENT", "SUMMARY:Rivers ATTENDEE:mailto:a@b.example\\, north\\; south")
                .contains("DESCRIPTION:Bring a laptop\\nand tea")
                .noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(file.body()).doesNotContain("Nomvula", "\u202E").contains("DTSTART:", "Z\r\nDTEND:");
        assertThat(file.body()).isEqualTo(hub.phone().get("/e/rivers/event.ics").body());
    }

    @Test
    void no_line_of_the_calendar_file_is_longer_than_75_bytes_and_no_character_is_cut() throws Exception {
        var name = "\uD83C\uDF09 Été на реке — " + "الأنهار ".repeat(12).strip();
        hub.run("update event set name = '" + name + "'");

        var file = phone.get("/e/rivers/event.ics").body();

        assertThat(file.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", ""))
                .contains("\r\nSUMMARY:" + name + "\r\n")
                .doesNotContain("\uFFFD");
    }

    private void register(String see) {
        var form = Phone.filledIn(phone.get("/e/rivers/register").body(), Map.of("see", see, "terms", "yes"));
        assertThat(phone.post("/e/rivers/register", form).statusCode()).isEqualTo(303);
    }

    private Map<String, String> form(Map<String, String> typed) {
        return Phone.filledIn(phone.get("/my").body(), typed);
    }
}
