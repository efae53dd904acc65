package org.eventcenter.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eventcenter.sandbox.eventstreams.StreamRoutes;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.eventcenter.sandbox.mediawiki.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream of the simulated wiki, byte for byte and with the traps of the real one. */
@ExtendWith(VertxExtension.class)
class StreamProtocolTest {
    private static final String PAGE_CHANGE = "mediawiki.page_change.v1";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Vertx vertx;
    private SimulatedWiki wiki;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        this.vertx = vertx;
        wiki = started(SandboxConfig.quiet());
        wiki.openStream().await(5, SECONDS);
    }

    private SimulatedWiki started(SandboxConfig config) throws Exception {
        return SimulatedWiki.start(vertx, config, Clock.systemUTC()).await(5, SECONDS);
    }

    @Test
    void a_frame_has_event_id_and_data_after_an_opening_comment() throws Exception {
        try (var stream = RawStream.open(wiki, PAGE_CHANGE)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(stream.frame()).isEqualTo(":ok\n\n");

            edit("Awiti Kijito", "swwiki", "Mto Kijito", 420);
            assertThat(stream.frame())
                    .matches("event: message\nid: \\[\\{\"topic\":[^\n]+\\}\\]\ndata: \\{[^\n]+\\}\n\n");
        }
    }

    @Test
    void the_id_names_every_topic_of_both_data_centres_by_time_once_it_has_spoken() throws Exception {
        try (var stream = RawStream.open(wiki, PAGE_CHANGE + ",recentchange")) {
            save(Edit.by("Awiti Kijito", "swwiki", "Mto Kijito", 420), NOON.plusMillis(4));

            var first = stream.told();
            assertThat(first.topic()).isEqualTo("eqiad." + PAGE_CHANGE);
            assertThat(first.data().getJsonObject("meta").getString("dt")).isEqualTo("2026-03-01T12:00:00.004Z");
            assertThat(first.id())
                    .containsExactlyInAnyOrder(
                            byTime("eqiad." + PAGE_CHANGE, NOON.toEpochMilli() + 5),
                            byOffset("codfw." + PAGE_CHANGE, -1),
                            byOffset("eqiad.mediawiki.recentchange", -1),
                            byOffset("codfw.mediawiki.recentchange", -1));
            assertThat(stream.told().id()).contains(byTime("eqiad.mediawiki.recentchange", NOON.toEpochMilli() + 5));
        }
    }

    @Test
    void after_a_switch_the_other_data_centre_speaks() throws Exception {
        try (var stream = RawStream.open(wiki, PAGE_CHANGE)) {
            wiki.switchDataCentre().await(5, SECONDS);
            edit("Awiti Kijito", "swwiki", "Mto Kijito", 420);

            assertThat(stream.told().topic()).isEqualTo("codfw." + PAGE_CHANGE);
        }
    }

    @Test
    void without_a_position_only_what_comes_is_told() throws Exception {
        edit("Awiti Kijito", "swwiki", "Mto Kijito", 420);
        try (var stream = RawStream.open(wiki, PAGE_CHANGE)) {
            var second = edit("Awiti Kijito", "swwiki", "Mto Kijito", 7);
            assertThat(stream.told().revId()).isEqualTo(second.id());
        }
    }

    @Test
    void since_selects_by_the_time_of_arrival_and_is_clamped_to_what_is_kept() throws Exception {
        var first = save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON);
        var second = save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON.plusSeconds(1));

        for (var since : List.of("2026-03-01T12:00:00.500Z", "1772366400500", "2026-03-01T13:00:00.500%2B01:00")) {
            try (var stream = RawStream.open(wiki, PAGE_CHANGE + "?since=" + since)) {
                assertThat(stream.told().revId()).isEqualTo(second.id());
            }
        }
        for (var since : List.of("2020-01-01", "1772366400")) {
            try (var stream = RawStream.open(wiki, PAGE_CHANGE + "?since=" + since)) {
                assertThat(stream.told().revId()).isEqualTo(first.id());
            }
        }
    }

    @Test
    void a_topic_that_begins_in_the_past_shows_its_offset_until_it_speaks() throws Exception {
        save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON);
        try (var stream = RawStream.open(wiki, PAGE_CHANGE + ",mediawiki.recentchange?since=" + NOON.toEpochMilli())) {
            var id = stream.told().id();
            assertThat(id)
                    .anySatisfy(entry -> assertThat(((JsonObject) entry).getLong("offset", 0L))
                            .isGreaterThan(6_000_000_000L));
        }
    }

    @Test
    void a_time_that_cannot_be_read_is_refused() throws Exception {
        for (var since : List.of("yesterday", "2026-03-01T12:00:00+00:00", "")) {
            try (var stream = RawStream.open(wiki, PAGE_CHANGE + "?since=" + since)) {
                assertThat(stream.status()).isEqualTo(400);
                assertThat(new JsonObject(stream.body()).getString("title")).isEqualTo("invalid_timestamp");
            }
        }
    }

    @Test
    void an_unknown_stream_refuses_the_whole_request() throws Exception {
        try (var stream = RawStream.open(wiki, PAGE_CHANGE + ",mediawiki.page-suppress")) {
            assertThat(stream.status()).isEqualTo(400);
            assertThat(new JsonObject(stream.body()).getString("title")).isEqualTo("Stream Not Found");
        }
    }

    @Test
    void the_last_event_id_replaces_since_and_the_list_of_streams() throws Exception {
        var edit = save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON);
        var id = new JsonArray().add(byTime("eqiad." + PAGE_CHANGE, NOON.toEpochMilli()));

        try (var stream = resumed(PAGE_CHANGE + ",mediawiki.recentchange?since=2030-01-01", id)) {
            assertThat(stream.told().revId()).isEqualTo(edit.id());
            var next = edit("A", "enwiki", "Reed Fen", 10);
            assertThat(stream.told().revId()).isEqualTo(next.id());
        }
    }

    @Test
    void resuming_with_the_served_id_loses_an_event_of_the_same_millisecond() throws Exception {
        var first = save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON);
        save(Edit.by("B", "enwiki", "Alder Fen", 10), NOON);
        var third = save(Edit.by("C", "enwiki", "Sedge Fen", 10), NOON.plusSeconds(5));

        JsonArray served;
        try (var stream = RawStream.open(wiki, PAGE_CHANGE + "?since=2026-03-01T11:59:59Z")) {
            var told = stream.told();
            assertThat(told.revId()).isEqualTo(first.id());
            served = told.id();
        }
        try (var stream = resumed(PAGE_CHANGE, served)) {
            assertThat(stream.told().revId()).isEqualTo(third.id());
        }
    }

    @Test
    void an_id_that_is_no_list_of_topics_is_refused() throws Exception {
        for (var id : List.of("x", "{}", "[]", "[3]", "[{\"topic\":\"eqiad." + PAGE_CHANGE + "\",\"partition\":0}]")) {
            try (var stream = RawStream.open(wiki, PAGE_CHANGE, Map.of("Last-Event-ID", id))) {
                assertThat(stream.status()).as(id).isEqualTo(400);
            }
        }
    }

    @Test
    void a_topic_outside_of_the_streams_asked_for_is_not_found() throws Exception {
        var id = new JsonArray().add(byTime("eqiad.mediawiki.recentchange", 1));
        try (var stream = resumed(PAGE_CHANGE, id)) {
            assertThat(stream.status()).isEqualTo(404);
        }
    }

    @Test
    void an_entry_with_both_is_dropped_beside_one_with_a_time_only() throws Exception {
        var edit = save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON);
        var both = byTime("codfw." + PAGE_CHANGE, 1).put("offset", -1);
        var id = new JsonArray().add(both).add(byTime("eqiad." + PAGE_CHANGE, NOON.toEpochMilli()));

        try (var stream = resumed(PAGE_CHANGE, id)) {
            var told = stream.told();
            assertThat(told.revId()).isEqualTo(edit.id());
            assertThat(told.id()).hasSize(1);
        }
    }

    @Test
    void canaries_come_from_both_data_centres_and_in_recentchange_without_a_type() throws Exception {
        try (var stream = RawStream.open(wiki, "recentchange")) {
            wiki.sendCanaries().await(5, SECONDS);

            var told = List.of(stream.told(), stream.told());
            assertThat(told)
                    .extracting(RawStream.Told::topic)
                    .containsExactly("eqiad.mediawiki.recentchange", "codfw.mediawiki.recentchange");
            assertThat(told).allSatisfy(canary -> {
                assertThat(canary.data().getJsonObject("meta").getString("domain"))
                        .isEqualTo("canary");
                assertThat(canary.data().fieldNames()).doesNotContain("type", "wiki", "user", "title");
            });
            assertThat(told.get(1).id())
                    .allSatisfy(entry -> assertThat(((JsonObject) entry).containsKey("timestamp"))
                            .isTrue());
        }
    }

    @Test
    void a_revert_is_told_by_the_edit_that_undoes_and_by_the_tags_of_the_one_undone() throws Exception {
        edit("A", "enwiki", "Reed Fen", 10);
        var undone = edit("B", "enwiki", "Reed Fen", 70);
        try (var edits = RawStream.open(wiki, PAGE_CHANGE);
                var tags = RawStream.open(wiki, "mediawiki.revision-tags-change")) {
            var undoing = wiki.act(wikis -> wikis.rollBack(undone, "Patroller")).await(5, SECONDS);

            var told = edits.told().data().getJsonObject("revision");
            assertThat(told.getLong("rev_id")).isEqualTo(undoing.id());
            assertThat(told.getInteger("rev_size")).isEqualTo(10);
            assertThat(told.getJsonObject("revert").getLong("rev_reverted_oldest_id"))
                    .isEqualTo(undone.id());
            assertThat(tags.told().data().getJsonArray("tags")).containsExactly("mw-rollback");
            assertTags(tags.told().data(), undone, List.of(), List.of("mw-reverted"));

            wiki.act(wikis -> {
                        wikis.unmarkReverted(undone);
                        return true;
                    })
                    .await(5, SECONDS);
            assertTags(tags.told().data(), undone, List.of("mw-reverted"), List.of());
        }
    }

    private static void assertTags(JsonObject change, Revision of, List<String> before, List<String> after) {
        assertThat(change.getLong("rev_id")).isEqualTo(of.id());
        assertThat(change.getJsonObject("prior_state").getJsonArray("tags")).isEqualTo(new JsonArray(before));
        assertThat(change.getJsonArray("tags")).isEqualTo(new JsonArray(after));
    }

    @Test
    void a_connection_is_cut_after_its_time_without_a_word() throws Exception {
        var shortLived = started(
                SandboxConfig.quiet().withHabits(new StreamRoutes.Habits(Duration.ofMillis(200), 5, Duration.ZERO)));
        shortLived.openStream().await(5, SECONDS);

        try (var stream = RawStream.open(shortLived, PAGE_CHANGE)) {
            assertThat(stream.frame()).isEqualTo(":ok\n\n");
            assertThatThrownBy(stream::frame).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_client_that_has_enough_connections_gets_no_more_until_it_closes_one() throws Exception {
        var strict = started(
                SandboxConfig.quiet().withHabits(new StreamRoutes.Habits(Duration.ofMinutes(1), 1, Duration.ZERO)));
        strict.openStream().await(5, SECONDS);

        try (var open = RawStream.open(strict, PAGE_CHANGE);
                var refused = RawStream.open(strict, PAGE_CHANGE)) {
            assertThat(open.status()).isEqualTo(200);
            assertThat(refused.status()).isEqualTo(429);
        }
    }

    @Test
    void who_does_not_say_who_asks_is_turned_away() throws Exception {
        for (var name : List.of("Java-http-client/17", "Vert.x-WebClient/5.0.10", "okhttp/4.12.0")) {
            try (var stream = RawStream.open(wiki, PAGE_CHANGE, Map.of("User-Agent", name))) {
                assertThat(stream.status()).as(name).isEqualTo(403);
            }
        }
    }

    @Test
    void the_stream_is_not_up_before_it_is_opened() throws Exception {
        var closed = started(SandboxConfig.quiet());
        try (var stream = RawStream.open(closed, PAGE_CHANGE)) {
            assertThat(stream.status()).isEqualTo(503);
        }
    }

    @Test
    void a_client_that_wants_json_gets_lines_without_ids() throws Exception {
        save(Edit.by("A", "enwiki", "Reed Fen", 10), NOON);
        var json = Map.of("Accept", "application/json");
        try (var stream = RawStream.open(wiki, PAGE_CHANGE + "?since=" + NOON.toEpochMilli(), json)) {
            assertThat(stream.line()).startsWith("{").doesNotContain("\"id\":[");
        }
    }

    private RawStream resumed(String path, JsonArray id) throws Exception {
        return RawStream.open(wiki, path, Map.of("Last-Event-ID", id.encode()));
    }

    @CanIgnoreReturnValue
    private Revision edit(String editor, String on, String title, int bytes) throws Exception {
        return wiki.act(wikis -> wikis.save(Edit.by(editor, on, title, bytes))).await(5, SECONDS);
    }

    @CanIgnoreReturnValue
    private Revision save(Edit edit, Instant toldAt) throws Exception {
        return wiki.act(wikis -> wikis.save(edit, toldAt)).await(5, SECONDS);
    }

    private static JsonObject byTime(String topic, long timestamp) {
        return new JsonObject().put("topic", topic).put("partition", 0).put("timestamp", timestamp);
    }

    private static JsonObject byOffset(String topic, long offset) {
        return new JsonObject().put("topic", topic).put("partition", 0).put("offset", offset);
    }
}
