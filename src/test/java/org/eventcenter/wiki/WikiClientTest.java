package org.eventcenter.wiki;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eventcenter.config.ConfigMistakes;
import org.eventcenter.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class WikiClientTest {
    @Test
    void each_name_gets_its_answer_in_the_order_asked(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);

        var answers = wiki.client()
                .globalUsers(List.of(" akinyi_Otieno", "Nobody At All", "Bad@name", "a|b", "élodie", "~2026-123-45"))
                .await(5, SECONDS);

        assertThat(answers)
                .containsExactly(
                        GlobalUser.found(" akinyi_Otieno", "Akinyi Otieno", 7),
                        GlobalUser.missing("Nobody At All"),
                        GlobalUser.invalid("Bad@name"),
                        GlobalUser.invalid("a|b"),
                        GlobalUser.found("élodie", "Élodie", 4294967296123L),
                        GlobalUser.flawed("~2026-123-45", UserName.Flaw.TEMPORARY));
    }

    @Test
    void a_long_list_is_asked_fifty_at_a_time_and_a_name_only_once(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);
        var names = IntStream.range(0, 240).mapToObj(i -> "Person " + i % 120).toList();

        var answers = wiki.client().globalUsers(names).await(5, SECONDS);

        assertThat(answers).hasSize(240).allMatch(answer -> answer.standing() == GlobalUser.Standing.MISSING);
        assertThat(wiki.asked)
                .extracting(request -> request.getFormAttribute("gususers").split("\\|", -1).length)
                .containsExactly(50, 50, 20);
    }

    @Test
    void long_names_of_any_script_are_asked_in_calls_that_every_server_takes(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);
        var names = IntStream.range(100, 200).mapToObj(i -> i + "é".repeat(120)).toList();

        var answers = wiki.client().globalUsers(names).await(5, SECONDS);

        assertThat(answers).hasSize(100).allMatch(answer -> answer.standing() == GlobalUser.Standing.MISSING);
        assertThat(wiki.asked)
                .extracting(request -> request.getFormAttribute("gususers").split("\\|", -1).length)
                .allMatch(length -> length == 8 || length == 4);
    }

    @Test
    void a_name_that_the_answer_leaves_out_is_missing_and_the_others_have_their_answer(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(
                vertx,
                (request, response) ->
                        response.end("{\"query\":{\"globalusers\":[{\"name\":\"Akinyi Otieno\",\"centralid\":7}]}}"));

        assertThat(wiki.client()
                        .globalUsers(List.of("Left Out", "Akinyi Otieno", "Half \ud800"))
                        .await(5, SECONDS))
                .containsExactly(
                        GlobalUser.missing("Left Out"),
                        GlobalUser.found("Akinyi Otieno", "Akinyi Otieno", 7),
                        GlobalUser.invalid("Half \ud800"));
    }

    @Test
    void nobody_is_asked_about_no_name(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);

        assertThat(wiki.client().globalUsers(List.of("", "[x]")).await(5, SECONDS))
                .containsExactly(GlobalUser.invalid(""), GlobalUser.invalid("[x]"));
        assertThat(wiki.asked).isEmpty();
    }

    @Test
    void it_says_who_asks_and_in_which_format(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);

        wiki.client().globalUsers(List.of("Someone")).await(5, SECONDS);

        var request = wiki.asked.get(0);
        assertThat(request.getHeader("User-Agent")).startsWith("EventCenter/").contains("test@hub.example");
        assertThat(request.path()).isEqualTo("/w/api.php");
        assertThat(request.getFormAttribute("formatversion")).isEqualTo("2");
        assertThat(request.getFormAttribute("maxlag")).isEqualTo("5");
    }

    @Test
    void a_busy_wiki_is_asked_again_when_it_said(Vertx vertx) throws Exception {
        var calls = new AtomicInteger();
        var wiki = new FakeCentralWiki(vertx, (request, response) -> {
            switch (calls.incrementAndGet()) {
                case 1 ->
                    response.setStatusCode(429).putHeader("Retry-After", "0").end();
                case 2 -> response.putHeader("Retry-After", "0").end("{\"errors\":[{\"code\":\"maxlag\"}]}");
                default -> FakeCentralWiki.answerForAccounts(request, response);
            }
        });

        var answers = wiki.client().globalUsers(List.of("Akinyi Otieno")).await(5, SECONDS);

        assertThat(answers).containsExactly(GlobalUser.found("Akinyi Otieno", "Akinyi Otieno", 7));
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_wiki_that_stays_busy_is_left_alone_after_three_times(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(
                vertx,
                (request, response) -> response.setStatusCode(503)
                        .putHeader("Retry-After", "0")
                        .end());

        assertUnavailable(wiki, "503");
        assertThat(wiki.asked).hasSize(3);
    }

    @Test
    void a_long_wait_is_passed_on_to_the_caller(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(
                vertx,
                (request, response) -> response.setStatusCode(429)
                        .putHeader("Retry-After", "120")
                        .end());

        assertThatThrownBy(() -> wiki.client().globalUsers(List.of("X")).await(5, SECONDS))
                .isInstanceOfSatisfying(
                        WikiUnavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(wiki.asked).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_cut_off(Vertx vertx) throws Exception {
        var megabyte = Buffer.buffer(new byte[1 << 20]);
        var wiki = new FakeCentralWiki(vertx, (request, response) -> {
            response.setChunked(true);
            for (int i = 0; i < 6; i++) {
                response.write(megabyte);
            }
        });

        assertUnavailable(wiki, "longer than");
    }

    @Test
    void a_redirect_is_not_followed(Vertx vertx) throws Exception {
        var elsewhere = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);
        var wiki = new FakeCentralWiki(
                vertx,
                (request, response) -> response.setStatusCode(302)
                        .putHeader("Location", elsewhere.address() + "/w/api.php")
                        .end());

        assertUnavailable(wiki, "302");
        assertThat(elsewhere.asked).isEmpty();
    }

    @Test
    void an_answer_that_cannot_be_understood_says_so(Vertx vertx) throws Exception {
        var unusable = List.of(
                "",
                "[]",
                "<html>",
                "{\"query\":[]}",
                "{\"query\":{\"globalusers\":[3]}}",
                "{\"query\":{\"globalusers\":[]}}");
        for (var text : unusable) {
            assertUnavailable(new FakeCentralWiki(vertx, (request, response) -> response.end(text)), "");
        }
    }

    @Test
    void a_wiki_that_does_not_answer_is_given_up(Vertx vertx) throws Exception {
        assertUnavailable(new FakeCentralWiki(vertx, (request, response) -> {}), "");
    }

    @Test
    void the_contact_must_be_usable_in_a_header() {
        var settings =
                Settings.read("wiki:\n  url: https://central.example/\n  contact: \"a b\"\n", Map.of(), Map.of());

        assertThat(WikiConfig.from(settings.section("wiki")).url()).hasToString("https://central.example");
        assertThatThrownBy(settings::finish).isInstanceOf(ConfigMistakes.class).hasMessageContaining("wiki.contact");
    }

    private static void assertUnavailable(FakeCentralWiki wiki, String reason) {
        assertThatThrownBy(() -> wiki.client().globalUsers(List.of("Someone")).await(5, SECONDS))
                .isInstanceOf(WikiUnavailable.class)
                .hasMessageContaining(reason);
    }
}
