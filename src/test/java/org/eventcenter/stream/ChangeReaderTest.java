package org.eventcenter.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.eventcenter.stream.Change.RevertMark;
import org.eventcenter.stream.Change.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeReaderTest {
    private static final Editor ADA = new Editor(SampleEvents.ADA, "Ada Example");
    private static final TopicTime PAGE_CHANGE = new TopicTime("eqiad.mediawiki.page_change.v1", SampleEvents.TAKEN);

    private final ChangeReader byId = new ChangeReader(new FixedInterest(Set.of(SampleEvents.ADA), Set.of(), "frwiki"));
    private final ChangeReader byName = new ChangeReader(new FixedInterest(Set.of(), Set.of("Ada Example"), "frwiki"));
    private final ChangeReader forNobody = new ChangeReader(new FixedInterest(Set.of(), Set.of(), "dewiki"));

    @Test
    void an_edit_is_read_from_page_change() {
        var change = byId.read(bytes(SampleEvents.edit())).change();

        assertThat(change)
                .isEqualTo(new Revision(
                        PAGE_CHANGE,
                        "frwiki",
                        2_350_000_011L,
                        77_777_155L,
                        1,
                        "Talk:Stone bridge",
                        RevisionKind.EDIT,
                        false,
                        972,
                        false,
                        null,
                        SampleEvents.SAVED,
                        ADA));
    }

    @Test
    void a_created_page_adds_its_whole_size() {
        var change = revision(byId, SampleEvents.create());

        assertThat(change.kind()).isEqualTo(RevisionKind.CREATE);
        assertThat(change.delta()).isEqualTo(10_972);
    }

    @Test
    void a_move_is_a_revision_that_adds_nothing() {
        var change = revision(byId, SampleEvents.move());

        assertThat(change.kind()).isEqualTo(RevisionKind.MOVE);
        assertThat(change.delta()).isZero();
    }

    @Test
    void a_size_before_that_nobody_told_leaves_the_delta_unknown() {
        var event = SampleEvents.edit();
        event.remove("prior_state");

        assertThat(revision(byId, event).delta()).isNull();
    }

    @Test
    void a_page_that_is_a_redirect_is_told_as_one() {
        var event = SampleEvents.create();
        event.getJsonObject("page").put("is_redirect", true);

        assertThat(revision(byId, event).redirect()).isTrue();
        event.getJsonObject("page").remove("is_redirect");
        assertThat(revision(byId, event).redirect()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "10000, abc, abc, true",
                "10000, abc, abd, false",
                "10001, abc, abc, false",
                "10000, none, abc, none",
                "10000, abc, none, none",
                "10000, '', '', none"
            })
    void an_edit_that_has_the_size_and_the_hash_of_the_one_before_changed_nothing(
            int size, @Nullable String hash, @Nullable String hashBefore, @Nullable Boolean unchanged) {
        var event = SampleEvents.edit();
        event.getJsonObject("revision").put("rev_size", size).put("rev_sha1", hash);
        event.getJsonObject("prior_state").getJsonObject("revision").put("rev_sha1", hashBefore);

        assertThat(revision(byId, event).unchanged()).isEqualTo(unchanged);
    }

    @Test
    void names_that_are_longer_than_a_wiki_has_them_are_malformed() {
        var longest = "ß".repeat(127) + "x";
        var title = SampleEvents.edit();
        title.getJsonObject("page").put("page_title", "Обсуждение:" + longest);
        var tooLongATitle = SampleEvents.edit();
        tooLongATitle.getJsonObject("page").put("page_title", "Talk:" + longest + "x");
        var tooLongANamespace = SampleEvents.edit();
        tooLongANamespace.getJsonObject("page").put("page_title", "T".repeat(300) + ":x");
        var topic = SampleEvents.edit();
        topic.getJsonObject("meta").put("topic", longest + "x");
        var tags = SampleEvents.tagsChange(new JsonArray(), new JsonArray().add("mw-reverted"));

        assertThat(revision(byId, title).title()).endsWith(longest);
        assertThat(fault(tooLongATitle)).isEqualTo("the title is longer than 255 bytes");
        assertThat(fault(tooLongANamespace)).isEqualTo("the title's namespace is too long");
        assertThat(fault(topic)).isEqualTo("meta.topic is longer than 255 bytes");
        assertThat(fault(SampleEvents.edit().put("wiki_id", longest + "x")))
                .isEqualTo("wiki_id is longer than 255 bytes");
        assertThat(fault(tags.put("database", longest + "x"))).isEqualTo("database is longer than 255 bytes");
    }

    private @Nullable String fault(JsonObject event) {
        return byId.read(bytes(event)).fault();
    }

    @Test
    void an_edit_is_read_from_recentchange_by_name() {
        var change = byName.read(bytes(SampleEvents.recentChange("edit"))).change();

        assertThat(change)
                .isEqualTo(new Revision(
                        new TopicTime("codfw.mediawiki.recentchange", SampleEvents.TAKEN),
                        "commonswiki",
                        2_350_000_011L,
                        null,
                        6,
                        "File:Stone bridge.jpg",
                        RevisionKind.EDIT,
                        false,
                        41,
                        null,
                        null,
                        SampleEvents.SAVED,
                        new Editor(null, "Ada Example")));
    }

    @Test
    void a_new_page_in_recentchange_has_no_size_before() {
        var event = SampleEvents.recentChange("new");
        event.getJsonObject("length").remove("old");

        assertThat(revision(byName, event).delta()).isEqualTo(5_121);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "categorize", "external"})
    void what_is_no_edit_is_no_change(String type) {
        assertThat(byName.read(bytes(SampleEvents.recentChange(type).put("log_params", new JsonArray()))))
                .isEqualTo(new Reading(new TopicTime("codfw.mediawiki.recentchange", SampleEvents.TAKEN), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "undelete", "visibility_change", "something new"})
    void other_kinds_of_page_change_are_no_change(String kind) {
        assertThat(byId.read(bytes(SampleEvents.edit().put("page_change_kind", kind))))
                .isEqualTo(new Reading(PAGE_CHANGE, null, null));
    }

    @Test
    void an_edit_of_a_stranger_is_no_change() {
        assertThat(forNobody.read(bytes(SampleEvents.edit()))).isEqualTo(new Reading(PAGE_CHANGE, null, null));
    }

    @Test
    void the_author_before_is_not_the_author() {
        var readerOfTheOther = new ChangeReader(new FixedInterest(Set.of(5L), Set.of(), "frwiki"));

        assertThat(readerOfTheOther.read(bytes(SampleEvents.edit()))).isEqualTo(new Reading(PAGE_CHANGE, null, null));
    }

    @Test
    void a_bot_is_told_as_one() {
        var event = SampleEvents.edit();
        event.getJsonObject("revision").getJsonObject("editor").put("is_bot", true);

        assertThat(revision(byId, event).bot()).isTrue();
        assertThat(revision(byName, SampleEvents.recentChange("edit").put("bot", true))
                        .bot())
                .isTrue();
    }

    @Test
    void a_hidden_author_is_nobody() {
        var event = SampleEvents.edit().put("performer", new JsonObject());
        event.getJsonObject("revision").remove("editor");
        event.getJsonObject("prior_state")
                .getJsonObject("revision")
                .put("editor", SampleEvents.person("Ada Example", 71_234_567));
        var recent = SampleEvents.recentChange("edit");
        recent.remove("user");

        assertThat(byId.read(bytes(event))).isEqualTo(new Reading(PAGE_CHANGE, null, null));
        assertThat(byName.read(bytes(recent)).change()).isNull();
    }

    @Test
    void a_revert_and_its_undoing_are_told_by_the_tags() {
        var reverted = new JsonArray().add("visualeditor").add("mw-reverted");
        var plain = new JsonArray().add("visualeditor");

        assertThat(byId.read(bytes(SampleEvents.tagsChange(plain, reverted))).change())
                .isEqualTo(mark(true));
        assertThat(byId.read(bytes(SampleEvents.tagsChange(reverted, plain))).change())
                .isEqualTo(mark(false));
        assertThat(byId.read(bytes(SampleEvents.tagsChange(new JsonArray(), plain)))
                        .change())
                .isNull();
        assertThat(forNobody
                        .read(bytes(SampleEvents.tagsChange(plain, reverted)))
                        .change())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {Streams.PAGE_CHANGE, Streams.RECENTCHANGE, Streams.TAGS_CHANGE})
    void a_canary_only_moves_the_position(String stream) {
        assertThat(byId.read(bytes(SampleEvents.canary(stream))))
                .isEqualTo(new Reading(new TopicTime("codfw." + stream, SampleEvents.TAKEN), null, null));
    }

    @Test
    void an_envelope_without_stream_or_with_a_written_offset_is_understood() {
        var event = SampleEvents.recentChange("edit");
        event.getJsonObject("meta").remove("stream");
        event.getJsonObject("meta").put("dt", "2018-03-07T16:16:17+00:00");

        var change = revision(byName, event);

        assertThat(change.seen().at()).isEqualTo("2018-03-07T16:16:17Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"\"",
                "{\"meta\":{}}",
                "{\"meta\":7}",
                "{\"meta\":{\"dt\":\"2026-09-08T10:24:20Z\"}}",
                "\u0000\u0001",
                "nul"
            })
    void what_is_no_event_is_malformed(String text) {
        var reading = byId.read(text.getBytes(UTF_8));

        assertThat(reading.fault()).isNotBlank();
        assertThat(reading.seen()).isNull();
    }

    @Test
    void a_wrong_field_is_named_and_the_position_still_known() {
        malformed(event -> event.getJsonObject("revision").put("rev_id", "12"), "rev_id is no number");
        malformed(event -> event.getJsonObject("revision").put("rev_id", 1.5), "rev_id is no whole number of 64 bits");
        malformed(event -> event.getJsonObject("revision").remove("rev_id"), "rev_id is missing");
        malformed(
                event -> event.getJsonObject("page").put("namespace_id", 1L << 40),
                "namespace_id is no whole number of 32 bits");
        malformed(event -> event.getJsonObject("page").put("page_title", 4), "page_title is no text");
        malformed(event -> event.getJsonObject("revision").put("rev_dt", "yesterday"), "unreadable time");
    }

    @Test
    void deep_nesting_and_broken_utf8_are_malformed() {
        var deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        var broken = bytes(SampleEvents.edit());
        broken[new String(broken, UTF_8).indexOf("Ada")] = (byte) 0xC3;

        assertThat(byId.read(deep.getBytes(UTF_8)).fault()).isNotBlank();
        assertThat(byId.read(broken).fault()).isNotBlank();
    }

    /** Escapes, blanks, order of keys and ways to write a number are free; each spelling tells the same change. */
    @Test
    void every_legal_spelling_is_read_alike() {
        var events = new JsonObject[] {
            SampleEvents.edit(),
            SampleEvents.create(),
            SampleEvents.move(),
            SampleEvents.tagsChange(new JsonArray(), new JsonArray().add("mw-reverted"))
        };
        for (var event : events) {
            var expected = byId.read(bytes(event));
            assertThat(expected.change()).isNotNull();
            for (int seed = 0; seed < 500; seed++) {
                var spelled = JsonSpelling.random(event, new Random(seed));
                assertThat(byId.read(spelled.getBytes(UTF_8))).as(spelled).isEqualTo(expected);
            }
        }
        var recent = SampleEvents.recentChange("edit");
        for (int seed = 0; seed < 500; seed++) {
            var spelled = JsonSpelling.random(recent, new Random(seed));
            assertThat(byName.read(spelled.getBytes(UTF_8))).as(spelled).isEqualTo(byName.read(bytes(recent)));
        }
    }

    private void malformed(Consumer<JsonObject> bend, String fault) {
        var event = SampleEvents.edit();
        bend.accept(event);

        assertThat(byId.read(bytes(event))).isEqualTo(new Reading(PAGE_CHANGE, null, fault));
    }

    private static RevertMark mark(boolean reverted) {
        var seen = new TopicTime("eqiad.mediawiki.revision-tags-change", SampleEvents.TAKEN);
        return new RevertMark(seen, "frwiki", 2_350_000_011L, reverted, SampleEvents.TAKEN);
    }

    private static Revision revision(ChangeReader reader, JsonObject event) {
        return (Revision) Objects.requireNonNull(reader.read(bytes(event)).change());
    }

    private static byte[] bytes(JsonObject event) {
        return event.encode().getBytes(UTF_8);
    }
}
