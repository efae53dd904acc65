package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.UUID;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new name comes to the lines of events with numbers, so that no screen keeps the old one. */
@Timeout(60)
@ExtendWith(VertxExtension.class)
class NamesOnLinesTest {
    private ParticipantSite hub;
    private Account person;
    private long event;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        person = hub.person(401, "Kai Alt");
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null)).eventId();
    }

    @Test
    void a_new_name_takes_back_the_old_one_in_public_and_moves_no_figure() throws Exception {
        join(false, true);
        var before = snapshot(FeedAudience.PUBLIC);
        var organizersBefore = snapshot(FeedAudience.ORGANIZERS);

        rename("Kai Neu");

        var frame = after(FeedAudience.PUBLIC, before);
        assertThat(kinds(frame)).containsExactly("withdrawn", "joined");
        assertThat(entry(frame, 0).getString("ref"))
                .isEqualTo(people(before).getJsonObject(0).getString("ref"));
        assertThat(entry(frame, 1).getString("name")).isEqualTo("Kai Neu");
        assertThat(frame.getJsonObject("totals"))
                .isEqualTo(before.getJsonObject("state").getJsonObject("totals"));
        assertThat(snapshot(FeedAudience.PUBLIC).encode()).contains("Kai Neu").doesNotContain("Kai Alt");
        var told = after(FeedAudience.ORGANIZERS, organizersBefore);
        assertThat(kinds(told)).containsExactly("renamed");
        assertThat(entry(told, 0).getString("name")).isEqualTo("Kai Neu");
    }

    @Test
    void who_is_not_named_in_public_leaves_no_trace_there() throws Exception {
        join(true, false);
        var before = snapshot(FeedAudience.PUBLIC).getString("token");

        rename("Kai Neu");

        assertThat(snapshot(FeedAudience.PUBLIC).getString("token")).isEqualTo(before);
        assertThat(people(snapshot(FeedAudience.ORGANIZERS)).getJsonObject(0).getString("name"))
                .isEqualTo("Kai Neu");
    }

    @Test
    void the_same_name_again_takes_no_number() throws Exception {
        join(false, true);
        rename("Kai Neu");
        var before = snapshot(FeedAudience.ORGANIZERS).getString("token");

        rename("Kai Neu");

        assertThat(snapshot(FeedAudience.ORGANIZERS).getString("token")).isEqualTo(before);
    }

    @Test
    void what_was_left_undone_is_done_at_the_next_start() throws Exception {
        join(false, true);
        hub.run("update account set name = 'Kai Neu', canonical_name = 'Kai Neu' where central_id = 401");
        assertThat(snapshot(FeedAudience.PUBLIC).encode()).contains("Kai Alt");

        new RegistrationModule(hub.desk, hub.names, List.of()).start().await(5, SECONDS);

        while (!snapshot(FeedAudience.PUBLIC).encode().contains("Kai Neu")) {
            Thread.onSpinWait();
        }
    }

    private void join(boolean isPrivate, boolean namePublic) throws Exception {
        var request = new JoinRequest(UUID.randomUUID(), person.accountId(), isPrivate, namePublic, false);
        assertThat(hub.desk.join(event, request).await(5, SECONDS).outcome()).isEqualTo(JoinOutcome.JOINED);
    }

    private void rename(String name) throws Exception {
        assertThat(hub.person(401, name).accountId()).isEqualTo(person.accountId());
    }

    private JsonObject snapshot(FeedAudience audience) throws Exception {
        return hub.feeds.snapshot(new Feed(event, audience)).await(5, SECONDS);
    }

    private JsonObject after(FeedAudience audience, JsonObject snapshot) throws Exception {
        var token = FeedToken.parse(snapshot.getString("token")).orElseThrow();
        return hub.feeds.after(new Feed(event, audience), token).await(5, SECONDS);
    }

    private static JsonArray people(JsonObject snapshot) {
        return snapshot.getJsonObject("state").getJsonArray("people");
    }

    private static JsonObject entry(JsonObject frame, int at) {
        return frame.getJsonArray("entries").getJsonObject(at);
    }

    private static List<String> kinds(JsonObject frame) {
        return frame.getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getString("kind"))
                .toList();
    }
}
