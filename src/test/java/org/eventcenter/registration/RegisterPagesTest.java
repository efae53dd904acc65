package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RegisterPagesTest {
    private static final String PATH = "/e/rivers/register";
    private static final Map<String, String> PUBLICLY = Map.of("see", "everyone", "terms", "yes");
    private static final Map<String, String> PRIVATELY = Map.of("see", "organizers", "terms", "yes");

    private static final String SAID_FIRST = "<h1>%s</h1>";

    private ParticipantSite hub;
    private Account person;
    private CampaignEvent event;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        person = hub.person(7, "Nomvula Quill");
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null));
    }

    @Test
    void a_newcomer_finds_everyone_preselected_and_nothing_agreed_to() throws Exception {
        var page = hub.phoneOf(person).get(PATH);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(inputs(page.body(), "checked")).containsExactly("see-everyone");
        assertThat(page.body()).contains("Signed in as <bdi>Nomvula Quill</bdi>");
    }

    @Test
    void whoever_sends_the_form_is_in_before_the_answer_comes() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PRIVATELY);

        var answer = phone.post(PATH, form);

        var own = hub.own(event.eventId(), person);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Phone.location(answer)).isEqualTo("/e/rivers/registered");
        assertThat(own.isIn()).isTrue();
        assertThat(own.isPrivate()).isTrue();
        assertThat(phone.get("/e/rivers/registered").body())
                .contains("You’re in, <bdi>Nomvula Quill</bdi>")
                .contains(spaced(own.code()))
                .doesNotContain("class=\"y\"");
    }

    @Test
    void the_form_sent_twice_at_once_is_one_registration() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PUBLICLY);

        var first = CompletableFuture.supplyAsync(() -> phone.post(PATH, form));
        var second = CompletableFuture.supplyAsync(() -> phone.post(PATH, form));

        assertThat(Phone.location(first.get())).isEqualTo(Phone.location(second.get()));
        assertThat(hub.publicFeed(event.eventId())).contains("\"participants\":1,");
    }

    @Test
    void the_form_of_before_sent_again_does_not_bring_back_who_cancelled() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PUBLICLY);
        phone.post(PATH, form);
        phone.post("/e/rivers/registered/cancel", Map.of("csrf", form.get("csrf")));

        var again = phone.post(PATH, form);

        assertThat(Phone.location(again)).isEqualTo("/e/rivers/registered");
        assertThat(phone.get("/e/rivers/registered").body()).contains("You have cancelled, <bdi>Nomvula Quill</bdi>");
    }

    @Test
    void a_mistake_comes_back_beside_its_field_with_all_that_was_chosen() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), Map.of("see", "organizers", "screen", "yes"));

        var answer = phone.post(PATH, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(inputs(answer.body(), "checked")).containsExactly("see-organizers", "screen");
        assertThat(inputs(answer.body(), "autofocus")).containsExactly("terms");
        assertThat(answer.body())
                .contains("aria-describedby=\"terms-mean terms-mistake\"")
                .contains("id=\"terms-mistake\"")
                .contains("One thing needs another look.")
                .contains(form.get("request"));
        assertThat(hub.isRegistered(event.eventId(), person)).isFalse();
    }

    @Test
    void who_is_seen_by_whom_must_be_one_of_the_two() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), Map.of("see", "nobody"));

        var answer = phone.post(PATH, form);

        assertThat(answer.body()).contains("2 things need another look.").contains("id=\"see-mistake\"");
        assertThat(inputs(answer.body(), "autofocus")).containsExactly("see-everyone");
    }

    @Test
    void a_session_that_ended_while_typing_loses_nothing() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), Map.of("see", "organizers", "screen", "yes", "terms", "yes"));
        hub.sessions.endAll(person.accountId()).await(5, SECONDS);

        var ended = phone.post(PATH, form);
        hub.wiki.signedInIs(7, "Nomvula Quill");
        var back = phone.signIn("/sign-in?to=" + PATH);
        var prefilled = phone.get(Phone.location(back));

        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("Nothing is lost").contains("/sign-in?to=%2Fe%2Frivers%2Fregister");
        assertThat(Phone.location(back)).isEqualTo(PATH);
        assertThat(inputs(prefilled.body(), "checked")).containsExactly("see-organizers", "screen", "terms");
        assertThat(hub.isRegistered(event.eventId(), person)).isFalse();
        assertThat(phone.cookies().keySet()).containsExactly("session");
    }

    @Test
    void a_form_of_the_session_before_is_shown_again_with_its_choices() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PRIVATELY);
        var anew = hub.phoneOf(person);

        var answer = anew.post(PATH, form);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(inputs(answer.body(), "checked")).containsExactly("see-organizers", "terms");
        assertThat(Phone.location(anew.post(PATH, Phone.filledIn(answer.body(), PRIVATELY))))
                .isEqualTo("/e/rivers/registered");
    }

    @Test
    void a_form_of_the_session_before_is_kept_through_the_sign_in_when_the_newer_one_ended_too() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PRIVATELY);
        var anew = hub.phoneOf(person);
        hub.sessions.endAll(person.accountId()).await(5, SECONDS);

        var answer = anew.post(PATH, form);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Nothing is lost");
    }

    @Test
    void while_the_database_is_away_the_form_waits_and_then_gives_one_registration() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PRIVATELY);
        var outage = DatabaseOutage.of(hub.postgres);

        var notConfirmed = phone.post(PATH, form);
        outage.end();
        var kept = Phone.filledIn(notConfirmed.body(), Map.of());
        var confirmed = phone.post(PATH, kept);

        assertThat(notConfirmed.statusCode()).isEqualTo(503);
        assertThat(notConfirmed.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(notConfirmed.body()).contains("We could not confirm it");
        assertThat(kept).isEqualTo(form);
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(hub.own(event.eventId(), person).isPrivate()).isTrue();
    }

    @Test
    void who_was_added_otherwise_becomes_as_visible_as_the_form_says() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PRIVATELY);
        hub.desk
                .join(
                        event.eventId(),
                        RegisterForm.blank().wish(person.accountId()).request())
                .await(5, SECONDS);

        phone.post(PATH, form);

        assertThat(hub.own(event.eventId(), person).isPrivate()).isTrue();
        assertThat(hub.publicFeed(event.eventId())).contains("\"participants\":0,");
    }

    @Test
    void whoever_is_in_is_shown_the_confirmation_instead_of_the_form() throws Exception {
        var phone = hub.phoneOf(person);
        phone.post(PATH, Phone.filledIn(phone.get(PATH).body(), PUBLICLY));

        assertThat(Phone.location(phone.get(PATH + "?uselang=fr"))).isEqualTo("/e/rivers/registered?uselang=fr");
    }

    @Test
    void a_full_event_says_so_and_takes_nobody() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PUBLICLY);
        hub.run("update event set capacity = 0");

        assertThat(phone.get(PATH).body())
                .contains(SAID_FIRST.formatted("All places are taken"))
                .contains("<title>All places are taken – ", "when somebody cancels");
        assertThat(phone.post(PATH, form).statusCode()).isEqualTo(409);
        assertThat(hub.isRegistered(event.eventId(), person)).isFalse();
    }

    @Test
    void registration_that_is_not_yet_open_or_closed_says_since_when() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PUBLICLY);

        hub.run(
                "update event set opens_at = '2126-05-01 10:00Z', ends_at = '2127-01-01Z', time_zone = 'Africa/Nairobi'");
        assertThat(phone.get(PATH).body())
                .contains("<h1>Registration opens on", "<title>Registration opens on", "13:00, Nairobi (");
        assertThat(phone.post(PATH, form).body()).contains("Registration opens on");

        hub.run("update event set opens_at = null, closes_at = '2026-01-01 08:00Z'");
        assertThat(phone.get(PATH).body())
                .contains("<h1>Registration closed on")
                .contains("An organizer can still add you");
        assertThat(phone.post(PATH, form).statusCode()).isEqualTo(409);
    }

    @Test
    void an_event_that_ended_or_was_cancelled_says_so_also_to_people_who_are_not_signed_in() throws Exception {
        hub.run("update event set starts_at = '2026-01-01Z', ends_at = '2026-01-02Z'");
        assertThat(hub.phone().get(PATH).body()).contains("<h1>This event ended on", "what came together");

        hub.run("update event set status = 'cancelled'");
        assertThat(hub.phone().get(PATH).body()).contains(SAID_FIRST.formatted("This event will not take place"));
        assertThat(hub.phoneOf(person).get(PATH).body()).contains("This event will not take place");
    }

    @Test
    void who_was_removed_is_told_so_and_stays_out() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), PUBLICLY);
        phone.post(PATH, form);
        hub.changes.remove(event.eventId(), person.accountId()).await(5, SECONDS);

        assertThat(phone.get(PATH).body()).contains("An organizer has taken you out of this event");
        assertThat(phone.get("/e/rivers/registered").body()).contains("No longer registered");
        var other = Phone.filledIn("<main", Map.of("see", "everyone", "terms", "yes", "csrf", form.get("csrf")));
        assertThat(phone.post(PATH, other).body()).contains("An organizer has taken you out of this event");
    }

    @Test
    void a_draft_a_test_event_and_none_at_all_look_alike() throws Exception {
        var secret = TestEvents.create(hub.pool, TestEvents.draft("secret", null));
        hub.run("update event set status = 'draft' where event_id = " + secret.eventId());
        hub.run("update event set test = true where slug = 'rivers'");
        var phone = hub.phoneOf(person);

        var none = phone.get("/e/nothing/register");

        assertThat(none.statusCode()).isEqualTo(404);
        for (var slug : new String[] {"secret", "rivers"}) {
            assertThat(phone.look("/e/" + slug + "/register").replace(slug, "nothing"))
                    .isEqualTo(phone.look("/e/nothing/register"));
            assertThat(phone.post("/e/" + slug + "/register", Map.of("csrf", csrf(phone)))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(phone.get("/e/" + slug + "/event.ics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_language_goes_along_to_the_sign_in_and_through_the_form() throws Exception {
        var anonymous = hub.phone().get(PATH + "?uselang=ar");
        var phone = hub.phoneOf(person);
        var page = phone.get(PATH + "?uselang=ar");

        var answer = phone.post(PATH + "?uselang=ar", Phone.filledIn(page.body(), PUBLICLY));

        assertThat(anonymous.body())
                .contains("dir=\"rtl\"")
                .contains("/sign-in?to=%2Fe%2Frivers%2Fregister%3Fuselang%3Dar&amp;uselang=ar");
        assertThat(page.body()).contains("action=\"/e/rivers/register?uselang=ar\"");
        assertThat(Phone.location(answer)).isEqualTo("/e/rivers/registered?uselang=ar");
        assertThat(phone.get("/e/rivers/registered?uselang=xx").body()).contains("You’re in");
    }

    private static String csrf(Phone phone) {
        return Phone.filledIn(phone.get("/my").body(), Map.of()).getOrDefault("csrf", "");
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3, 6) + " " + code.substring(6);
    }

    /** The ids of the fields that have an attribute. */
    static java.util.List<String> inputs(String page, String attribute) {
        return java.util.regex.Pattern.compile("<input id=\"([^\"]+)\"([^>]*)>")
                .matcher(page)
                .results()
                .filter(input -> input.group(2).contains(" " + attribute))
                .map(input -> input.group(1))
                .toList();
    }
}
