package org.eventcenter.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OwnRegistrationApiTest {
    private static final JsonObject PUBLICLY = new JsonObject();
    private static final JsonObject PRIVATELY = new JsonObject().put("private", true);

    private static ApiSite hub;
    private static String organizer;
    private static String person;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = ApiSite.start(vertx);
        organizer = hub.tokenOf("Example Organizer");
        person = hub.tokenOf("Example Gardener");
    }

    @Test
    void joining_twice_gives_the_same_registration() {
        event("joined", new JsonObject());
        var first = hub.call("PUT", "/api/events/joined/registration", person, PUBLICLY);
        var second = hub.call("PUT", "/api/events/joined/registration", person, PUBLICLY);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(new JsonObject(first.body()).getString("code")).hasSize(8);
    }

    @Test
    void a_person_becomes_private_and_public_again_and_the_public_figure_follows() {
        event("seen", new JsonObject());
        put("seen", new JsonObject().put("nameOnScreens", true));
        assertThat(publicParticipants("seen")).isEqualTo(1);

        var hidden = put("seen", PRIVATELY);
        assertThat(hidden.getBoolean("private")).isTrue();
        assertThat(hidden.getBoolean("nameOnScreens")).isFalse();
        assertThat(publicParticipants("seen")).isZero();

        assertThat(put("seen", new JsonObject().put("private", false))).isEqualTo(hidden.put("private", false));
        assertThat(publicParticipants("seen")).isEqualTo(1);
    }

    @Test
    void what_is_left_out_stays_as_it_is() {
        event("as-it-is", new JsonObject());
        put("as-it-is", PRIVATELY);
        assertThat(put("as-it-is", new JsonObject()).getBoolean("private")).isTrue();
        assertThat(put("as-it-is", new JsonObject().put("nameOnScreens", true)).getBoolean("private"))
                .isTrue();
        assertThat(publicParticipants("as-it-is")).isZero();

        put("as-it-is", new JsonObject().put("private", false).put("nameOnScreens", true));
        assertThat(put("as-it-is", new JsonObject()).getBoolean("nameOnScreens"))
                .isTrue();
        assertThat(put("as-it-is", new JsonObject().put("private", false)).getBoolean("nameOnScreens"))
                .isTrue();
    }

    @Test
    void leaving_twice_is_leaving_once_and_one_may_come_back() {
        event("left", new JsonObject());
        put("left", PUBLICLY);
        for (int i = 0; i < 2; i++) {
            assertThat(hub.call("DELETE", "/api/events/left/registration", person, PUBLICLY)
                            .statusCode())
                    .isEqualTo(204);
        }
        var own =
                new JsonObject(hub.read("/api/events/left/registration", person).body());

        assertThat(own.getJsonObject("registration").getString("status")).isEqualTo("cancelled");
        assertThat(put("left", PUBLICLY).getString("status")).isEqualTo("accepted");
    }

    @Test
    void who_never_joined_reads_that_and_whether_it_is_open() {
        event("looked-at", new JsonObject());
        var own = new JsonObject(
                hub.read("/api/events/looked-at/registration", person).body());

        assertThat(own.getString("joining")).isEqualTo("open");
        assertThat(own.getValue("registration")).isNull();
    }

    @Test
    void an_event_that_takes_nobody_says_why() throws Exception {
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        event("full-one", new JsonObject().put("capacity", 1));
        hub.call("PUT", "/api/events/full-one/registration", hub.tokenOf("Example Early"), PUBLICLY);
        event(
                "not-yet",
                new JsonObject()
                        .put("endsAt", tomorrow.plusSeconds(3600).toString())
                        .put("opensAt", tomorrow.toString()));
        event(
                "closed-one",
                new JsonObject().put("closesAt", Instant.now().minusSeconds(60).toString()));
        event(
                "ended-one",
                new JsonObject().put("startsAt", "2026-01-01T10:00:00Z").put("endsAt", "2026-01-01T18:00:00Z"));

        assertRefused("full-one", "full");
        assertRefused("not-yet", "not-yet-open");
        assertRefused("closed-one", "closed");
        assertRefused("ended-one", "ended");
    }

    @Test
    void somebody_whom_an_organizer_removed_cannot_come_back_alone() {
        event("removed-from", new JsonObject());
        put("removed-from", PUBLICLY);
        hub.call("DELETE", "/api/events/removed-from/participants/Example%20Gardener", organizer, PUBLICLY);

        assertRefused("removed-from", "removed");
    }

    @Test
    void somebody_without_an_account_is_asked_to_sign_in() {
        event("signed-out", new JsonObject());

        assertThat(hub.site().get("/api/events/signed-out/registration").statusCode())
                .isEqualTo(401);
        assertThat(hub.site()
                        .send("PUT", "/api/events/signed-out/registration", "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    private static void assertRefused(String slug, String why) {
        var answer = hub.call("PUT", "/api/events/" + slug + "/registration", person, PUBLICLY);

        assertThat(answer.statusCode()).as(slug).isEqualTo(409);
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("/problems/cannot-join-" + why);
    }

    private static void event(String slug, JsonObject more) {
        assertThat(hub.createEvent(slug, organizer, more).statusCode()).isEqualTo(201);
    }

    @CanIgnoreReturnValue
    private static JsonObject put(String slug, JsonObject wish) {
        return new JsonObject(hub.call("PUT", "/api/events/" + slug + "/registration", person, wish)
                .body());
    }

    private static int publicParticipants(String slug) {
        return new JsonObject(hub.site().get("/api/events/" + slug + "/totals").body())
                .getJsonObject("public")
                .getJsonObject("totals")
                .getInteger("participants");
    }
}
