package org.eventcenter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewEventTest {
    private static final Instant NOON = Instant.parse("2031-05-01T12:00:00Z");

    @Test
    void all_mistakes_are_said_at_once() {
        var wrong = new NewEvent(
                "api",
                " ",
                "",
                EventStatus.PUBLISHED,
                false,
                NOON.plusMillis(5),
                NOON,
                ZoneOffset.UTC,
                NOON,
                NOON,
                0,
                List.of("enwiki", "enwiki"),
                List.of(),
                List.of(new NewEvent.GoalTarget(GoalMetric.EDITS, 0)),
                null);

        assertThat(wrong.mistakes())
                .containsExactly(
                        NewEvent.Mistake.SLUG_RESERVED,
                        NewEvent.Mistake.NAME,
                        NewEvent.Mistake.WINDOW,
                        NewEvent.Mistake.WHOLE_SECONDS,
                        NewEvent.Mistake.JOINING,
                        NewEvent.Mistake.CAPACITY,
                        NewEvent.Mistake.WIKIS,
                        NewEvent.Mistake.NAMESPACES,
                        NewEvent.Mistake.GOALS);
    }

    @Test
    void joining_begins_before_it_ends_and_before_the_event_does() {
        assertThat(joining(NOON.minusSeconds(1), null)).isEmpty();
        assertThat(joining(NOON.minusSeconds(1), NOON)).isEmpty();
        assertThat(joining(NOON.minusSeconds(1), NOON.plusSeconds(9))).isEmpty();
        assertThat(joining(NOON, null)).containsExactly(NewEvent.Mistake.JOINING);
        assertThat(joining(NOON.plusSeconds(1), NOON.plusSeconds(9))).containsExactly(NewEvent.Mistake.JOINING);
        assertThat(joining(NOON.minusSeconds(5), NOON.minusSeconds(9))).containsExactly(NewEvent.Mistake.JOINING);
    }

    @Test
    void a_length_is_counted_in_characters_of_which_an_emoji_is_one() {
        assertThat(named("\uD83C\uDF09".repeat(200)).mistakes()).isEmpty();
        assertThat(named("\uD83C\uDF09".repeat(201)).mistakes()).containsExactly(NewEvent.Mistake.NAME);
    }

    private static List<NewEvent.Mistake> joining(Instant opensAt, @Nullable Instant closesAt) {
        return event("Rivers", opensAt, closesAt).mistakes();
    }

    private static NewEvent named(String name) {
        return event(name, null, null);
    }

    /** Ends at noon. */
    private static NewEvent event(String name, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new NewEvent(
                "rivers",
                name,
                name,
                EventStatus.PUBLISHED,
                false,
                NOON.minusSeconds(3_600),
                NOON,
                ZoneOffset.UTC,
                opensAt,
                closesAt,
                null,
                List.of("enwiki"),
                List.of(0),
                List.of(),
                null);
    }

    @Test
    void what_the_tests_create_has_no_mistake() {
        assertThat(TestEvents.draft("rivers-of-the-north", 50).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rivers", "a-b", "2031", "rivers-of-the-north"})
    void a_slug_is_lower_case_words_joined_by_hyphens(String slug) {
        assertThat(Slug.check(slug)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rivers", "a--b", "-ab", "ab-", "räv", "a b", "../etc", "a\u0000b"})
    void other_characters_are_refused(String slug) {
        assertThat(Slug.check(slug)).contains(Slug.Mistake.CHARACTERS);
    }

    @Test
    void a_slug_is_neither_too_short_nor_too_long() {
        assertThat(Slug.check("ab")).contains(Slug.Mistake.LENGTH);
        assertThat(Slug.check("a".repeat(65))).contains(Slug.Mistake.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1-", "x-1", "99999999999999-1", "1-99999999999999999999", "1;1"})
    void what_is_no_cursor_is_no_cursor(String text) {
        assertThat(EventCursor.parse(text)).isEmpty();
    }
}
