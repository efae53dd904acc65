package org.eventcenter.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eventcenter.campaign.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ShortAddressPagesTest {
    private ParticipantSite hub;
    private String code;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        code = TestEvents.create(hub.pool, TestEvents.draft("rivers", null)).shortCode();
        hub.run("update event set short_code = 'bgjsqz'");
        code = "bgjsqz";
    }

    @Test
    void the_code_leads_to_the_register_page_however_it_is_typed() {
        for (var typed :
                new String[] {code, "BGJSQZ", "bgj%20sqz", "B-G-J-S-Q-Z", "8gj5qz", "bg1s02", "%EF%BC%A2gjsqz"}) {
            var answer = hub.phone().get("/j/" + typed + "?uselang=fr");

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Phone.location(answer)).isEqualTo("/e/rivers/register?uselang=fr");
        }
        assertThat(Phone.location(hub.phone().get("/j?code=BGJ+SQZ"))).isEqualTo("/e/rivers/register");
    }

    @Test
    void an_address_that_no_text_can_hold_is_unknown_like_others() {
        for (var path : List.of("/j/bgj%00sq", "/j?code=%00", "/e/rivers%00/register", "/e/rivers%00/registered")) {
            assertThat(hub.phone().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_wrong_code_comes_back_in_its_field_with_what_else_one_can_do() {
        var page = hub.phone().get("/j/wrong%22%3E%3Cb%3E");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("value=\"wrong&#34;")
                .doesNotContain("\"><b>")
                .contains("aria-describedby=\"code-looks code-mistake\"")
                .contains("No event has this code")
                .contains("Scan the QR code");
        assertThat(hub.phone().get("/j").statusCode()).isEqualTo(200);
    }

    @Test
    void the_code_of_a_draft_is_as_wrong_as_any() throws Exception {
        hub.run("update event set status = 'draft'");

        assertThat(hub.phone().get("/j/" + code).body().replace(code, "zzzzzz"))
                .isEqualTo(hub.phone().get("/j/zzzzzz").body());
    }

    @Test
    void twenty_wrong_codes_a_second_are_answered_the_next_wait_and_a_long_line_is_refused() {
        var now = new AtomicLong(1_000);
        var tries = new CodeTries(now::get);

        for (int i = 0; i < 20; i++) {
            assertThat(tries.enter()).hasValue(0);
        }
        assertThat(tries.enter()).hasValue(50);
        for (int i = 0; i < 99; i++) {
            assertThat(tries.enter()).isPresent();
        }
        assertThat(tries.enter()).isEmpty();

        tries.wasRight();
        assertThat(tries.enter()).hasValue(5_000);
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(tries.enter()).hasValue(0);
    }

    @Test
    void a_code_that_was_right_leads_on_while_others_try_wrong_ones() {
        hub.phone().get("/j/" + code);
        for (int i = 0; i < 20; i++) {
            hub.phone().get("/j/" + "bcdfgh".replace('b', (char) ('b' + i)));
        }

        assertThat(hub.phone().get("/j/" + code).statusCode()).isEqualTo(302);
    }
}
