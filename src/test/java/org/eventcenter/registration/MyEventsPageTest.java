package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Map;
import java.util.UUID;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class MyEventsPageTest {
    private ParticipantSite hub;
    private Account person;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        person = hub.person(7, "Nomvula Quill");
    }

    @Test
    void events_stand_under_now_coming_up_and_past() throws Exception {
        join("past-one", false);
        join("next-one", true);
        join("now-one", false);
        hub.run("update event set name = slug");
        hub.run("update event set starts_at = '2026-01-01Z', ends_at = '2026-01-02Z' where slug = 'past-one'");
        hub.run("update event set starts_at = '2126-01-01Z', ends_at = '2126-01-02Z' where slug = 'next-one'");

        var page = hub.phoneOf(person).get("/my").body();

        assertThat(page).containsSubsequence("Now", "now-one", "Coming up", "next-one", "Past", "past-one");
        assertThat(page)
                .contains("href=\"/e/next-one/registered\"")
                .contains("Only the organizers see that you take part.")
                .contains("You are in the public numbers, without your name.")
                .contains("action=\"/sign-out\"");
    }

    @Test
    void what_is_said_of_the_name_is_what_the_event_page_shows() throws Exception {
        var event = join("now-one", false);
        assertThat(hub.phone().get("/e/now-one").body())
                .doesNotContain("Nomvula Quill")
                .contains("1 person");

        hub.changes.setNamePublic(event.eventId(), person.accountId(), true).await(5, SECONDS);

        assertThat(hub.phoneOf(person).get("/my").body()).contains("You are in the public numbers, with your name.");
        assertThat(hub.phone().get("/e/now-one").body()).contains("<bdi>Nomvula Quill</bdi>");
    }

    @Test
    void who_has_no_event_is_led_to_the_list() throws Exception {
        assertThat(hub.phoneOf(person).get("/my").body()).contains("You are not registered for any event yet.");
    }

    @Test
    void what_was_left_or_taken_away_stays_in_the_list_and_says_so() throws Exception {
        var left = join("left-one", false);
        var removed = join("lost-one", false);
        hub.changes.cancel(left.eventId(), person.accountId()).await(5, SECONDS);
        hub.changes.remove(removed.eventId(), person.accountId()).await(5, SECONDS);

        assertThat(hub.phoneOf(person).get("/my").body())
                .contains("You have cancelled.")
                .contains("An organizer has taken you out of this event.");
    }

    @Test
    void signing_out_ends_it_here_and_the_old_cookie_opens_nothing() throws Exception {
        var phone = hub.phoneOf(person);
        var page = phone.get("/my").body();
        var old = new Phone(hub.site, "session=" + phone.cookies().get("session"));

        phone.post("/sign-out", Phone.filledIn(page, Map.of()));

        assertThat(phone.get("/my").statusCode()).isEqualTo(401);
        assertThat(old.get("/my").statusCode()).isEqualTo(401);
        assertThat(old.get("/my").body()).doesNotContain("Nomvula Quill");
    }

    @Test
    void a_token_beside_the_cookie_of_somebody_else_shows_the_events_of_its_owner() throws Exception {
        var other = hub.person(8, "Okello Inkpot");
        var token = hub.tokens.issue(other).await(5, SECONDS);
        var cookie = hub.phoneOf(person).cookies().get("session");

        var page = hub.site.get(
                "/my", "Accept", "text/html", "Cookie", "session=" + cookie, "Authorization", "Bearer " + token);

        assertThat(page.body()).contains("Okello Inkpot").doesNotContain("Nomvula Quill");
    }

    @CanIgnoreReturnValue
    private CampaignEvent join(String slug, boolean isPrivate) throws Exception {
        var event = TestEvents.create(hub.pool, TestEvents.draft(slug, null));
        var request = new JoinRequest(UUID.randomUUID(), person.accountId(), isPrivate, false, false);
        assertThat(hub.desk.join(event.eventId(), request).await(5, SECONDS).outcome())
                .isEqualTo(JoinOutcome.JOINED);
        return event;
    }
}
