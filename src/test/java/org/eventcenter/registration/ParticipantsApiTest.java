package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.ApiTokens;
import org.eventcenter.account.NameListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ParticipantsApiTest {
    private static ApiSite hub;
    private static String organizer;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = ApiSite.start(vertx);
        organizer = hub.tokenOf("Example Organizer");
    }

    @Test
    void each_name_of_a_list_gets_its_answer_in_order() {
        event("named", new JsonObject());
        add("named", false, "Example Rose");
        var results = add(
                "named",
                false,
                "example_Lily",
                "Nobody Here",
                "Bad@name",
                "Example Lily",
                "Example Rose",
                "Ex\u202Eample Oak");

        assertThat(results)
                .containsExactly(
                        "Example Lily added",
                        "Nobody Here unknown",
                        "Bad@name invalid",
                        "Example Lily twice",
                        "Example Rose already",
                        "Example Oak added");
        assertThat(figure("named", "organizers")).isEqualTo(3);
    }

    @Test
    void a_name_that_only_looks_right_is_told_from_one_that_is() {
        event("odd-names", new JsonObject());

        assertThat(add(
                        "odd-names",
                        false,
                        "\uFEFFExample Rose\u200B",
                        "Example\tRose",
                        "Example Li\u00ADly",
                        "~2025-123-4"))
                .containsExactly(
                        "Example Rose added",
                        "Example\tRose invalid",
                        "Example Li\u00ADly invisible_character",
                        "~2025-123-4 temporary");
        assertThat(figure("odd-names", "organizers")).isEqualTo(1);
    }

    @Test
    void a_name_means_whoever_bears_it_now() throws Exception {
        event("renamed", new JsonObject());
        hub.nameGoesTo("Rea", 611);
        add("renamed", true, "Rea");
        hub.nameGoesTo("Rea", 612);

        assertThat(remove("renamed", "Rea")).isEqualTo(404);
        assertThat(figure("renamed", "organizers")).isEqualTo(1);

        assertThat(add("renamed", false, "Rea")).containsExactly("Rea added");
        assertThat(remove("renamed", "Rea")).isEqualTo(204);
        assertThat(figure("renamed", "public")).isZero();
        assertThat(figure("renamed", "organizers")).isEqualTo(1);

        assertThat(remove("renamed", "Rea%20%23611")).isEqualTo(204);
        assertThat(figure("renamed", "organizers")).isZero();
    }

    @Test
    void a_name_that_two_accounts_here_bear_gives_and_takes_nothing() throws Exception {
        event("two", new JsonObject());
        add("two", false, "Example Olive");
        var local = new AccountStore(hub.pool(), NameListener.NOBODY)
                .local("Example Olive")
                .await(5, SECONDS);
        var token = new ApiTokens(hub.pool()).issue(local).await(5, SECONDS);
        hub.call("PUT", "/api/events/two/registration", token, new JsonObject());
        assertThat(figure("two", "organizers")).isEqualTo(2);

        assertThat(remove("two", "Example%20Olive")).isEqualTo(409);
        assertThat(add("two", false, "Example Olive")).containsExactly("Example Olive two_of_a_name");
        assertThat(figure("two", "organizers")).isEqualTo(2);
    }

    private static int remove(String slug, String name) {
        return hub.call("DELETE", "/api/events/" + slug + "/participants/" + name, organizer, new JsonObject())
                .statusCode();
    }

    @Test
    void private_people_move_the_figures_of_organizers_only() {
        event("quiet", new JsonObject());
        var before = hub.site().get("/api/events/quiet/totals").body();
        add("quiet", true, "Example Fern", "Example Moss");

        assertThat(hub.site().get("/api/events/quiet/totals").body()).isEqualTo(before);
        assertThat(figure("quiet", "public")).isZero();
        assertThat(figure("quiet", "organizers")).isEqualTo(2);
        assertThat(hub.site().get("/api/events/quiet").body()).doesNotContain("Fern");
    }

    @Test
    void a_full_event_says_who_did_not_get_in() {
        event("small", new JsonObject().put("capacity", 2));

        assertThat(add("small", false, "Example One", "Example Two", "Example Three"))
                .containsExactly("Example One added", "Example Two added", "Example Three full");
    }

    @Test
    void people_are_added_after_the_end_too() {
        event("over", new JsonObject().put("startsAt", "2026-01-01T10:00:00Z").put("endsAt", "2026-01-01T18:00:00Z"));

        assertThat(add("over", false, "Example Late")).containsExactly("Example Late added");
    }

    @Test
    void somebody_removed_is_gone_from_the_figures_and_may_be_added_again() {
        event("changing", new JsonObject());
        add("changing", false, "Example Ivy/étude");
        var path = "/api/events/changing/participants/Example%20Ivy%2F%C3%A9tude";
        var first = hub.call("DELETE", path, organizer, new JsonObject());
        var second = hub.call("DELETE", path, organizer, new JsonObject());

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(figure("changing", "public")).isZero();
        assertThat(add("changing", false, "Example Ivy/étude")).containsExactly("Example Ivy/étude added");
    }

    @Test
    void who_was_private_and_is_added_again_stays_so_unless_it_is_said() {
        event("again", new JsonObject());
        add("again", true, "Example Fern");
        var list = new JsonObject().put("names", new JsonArray().add("Example Fern"));
        hub.call("DELETE", "/api/events/again/participants/Example%20Fern", organizer, new JsonObject());

        hub.call("POST", "/api/events/again/participants", organizer, list);
        assertThat(figure("again", "organizers")).isEqualTo(1);
        assertThat(figure("again", "public")).isZero();

        hub.call("DELETE", "/api/events/again/participants/Example%20Fern", organizer, new JsonObject());
        assertThat(add("again", false, "Example Fern")).containsExactly("Example Fern added");
        assertThat(figure("again", "public")).isEqualTo(1);
    }

    @Test
    void removing_a_name_that_never_joined_is_told() {
        event("empty-one", new JsonObject());

        var answer =
                hub.call("DELETE", "/api/events/empty-one/participants/Example%20Rose", organizer, new JsonObject());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/unknown-participant");
    }

    @Test
    void names_and_addresses_that_can_never_be_are_unknown() {
        event("impossible", new JsonObject());

        for (var name : List.of("a%2Fb%00", "%00", "a%23b", "%EF%BF%BD")) {
            var answer = hub.call("DELETE", "/api/events/impossible/participants/" + name, organizer, new JsonObject());
            assertThat(answer.statusCode()).as(name).isEqualTo(404);
            assertThat(answer.body()).contains("/problems/unknown-participant");
        }
        for (var path : List.of("", "/participants/Ann", "/registration", "/totals")) {
            var method = path.startsWith("/part") ? "DELETE" : "GET";
            var answer = hub.call(method, "/api/events/impossible%00" + path, organizer, new JsonObject());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_name_that_can_never_be_spoils_only_itself() {
        event("spoilt", new JsonObject());
        var body = "{\"names\": [\"a\\u0000b\", \"Half \\ud800\", \"Example Rose\"]}";
        var answer = hub.site()
                .send("POST", "/api/events/spoilt/participants", body, "Authorization", "Bearer " + organizer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getJsonArray("results"))
                .extracting(result -> ((JsonObject) result).getString("result"))
                .containsExactly("invalid", "invalid", "added");
    }

    @Test
    void nobody_but_organizers_adds_or_removes_people() throws Exception {
        event("guarded", new JsonObject());
        var stranger = hub.tokenOf("Example Stranger");
        var names = new JsonObject().put("names", new JsonArray().add("Example Rose"));
        var path = "/api/events/guarded/participants";

        assertThat(hub.call("POST", path, stranger, names).statusCode()).isEqualTo(403);
        assertThat(hub.site().send("POST", path, names.encode()).statusCode()).isEqualTo(401);
        assertThat(hub.call("DELETE", path + "/Example%20Rose", stranger, names).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_list_without_names_or_with_too_many_is_a_mistake() {
        event("lists", new JsonObject());
        var tooMany = new JsonArray(
                IntStream.range(0, 1001).mapToObj(i -> "Person " + i).toList());
        for (var names : List.of(new JsonArray(), tooMany, new JsonArray().add(5))) {
            var answer =
                    hub.call("POST", "/api/events/lists/participants", organizer, new JsonObject().put("names", names));

            assertThat(answer.statusCode()).isEqualTo(422);
        }
    }

    @Test
    void a_list_of_a_thousand_long_names_is_taken_although_it_is_larger_than_other_bodies() {
        event("long-list", new JsonObject());
        var names = IntStream.range(0, 1000)
                .mapToObj(i -> "P" + i + "x".repeat(200))
                .toArray(String[]::new);

        assertThat(add("long-list", true, names)).hasSize(1000).allMatch(result -> result.endsWith(" added"));
    }

    private static void event(String slug, JsonObject more) {
        assertThat(hub.createEvent(slug, organizer, more).statusCode()).isEqualTo(201);
    }

    @CanIgnoreReturnValue
    private static List<String> add(String slug, boolean isPrivate, String... names) {
        var body = new JsonObject().put("names", new JsonArray(List.of(names))).put("private", isPrivate);
        var answer = hub.call("POST", "/api/events/" + slug + "/participants", organizer, body);
        return new JsonObject(answer.body())
                .getJsonArray("results").stream()
                        .map(JsonObject.class::cast)
                        .map(result -> result.getString("user") + " " + result.getString("result"))
                        .toList();
    }

    private static int figure(String slug, String audience) {
        return new JsonObject(
                        hub.read("/api/events/" + slug + "/totals", organizer).body())
                .getJsonObject(audience)
                .getJsonObject("totals")
                .getInteger("participants");
    }
}
