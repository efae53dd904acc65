package org.eventcenter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamPositionTest {
    private Instant now = at(1_000);
    private final StreamPosition position = new StreamPosition(Map.of("edits", at(100), "tags", at(50)), () -> now);

    @Test
    void a_topic_that_sent_nothing_keeps_the_position_it_was_opened_with() {
        position.dismissed(new TopicTime("edits", at(120)));

        assertThat(position.done()).containsOnly(Map.entry("edits", at(120)), Map.entry("tags", at(50)));
    }

    @Test
    void a_change_that_waits_holds_its_topic_back_and_no_other() {
        var waiting = position.read(new TopicTime("edits", at(110)));
        position.dismissed(new TopicTime("edits", at(130)));
        position.dismissed(new TopicTime("tags", at(140)));

        assertThat(position.done()).containsOnly(Map.entry("edits", at(100)), Map.entry("tags", at(140)));

        waiting.done();

        assertThat(position.done()).containsEntry("edits", at(130));
    }

    @Test
    void changes_may_end_in_any_order() {
        var first = position.read(new TopicTime("edits", at(110)));
        var second = position.read(new TopicTime("edits", at(120)));
        position.dismissed(new TopicTime("edits", at(125)));
        var third = position.read(new TopicTime("edits", at(130)));

        second.done();
        assertThat(position.done()).containsEntry("edits", at(100));

        first.done();
        assertThat(position.done()).containsEntry("edits", at(125));

        third.done();
        assertThat(position.done()).containsEntry("edits", at(130));
    }

    @Test
    void it_never_moves_back() {
        position.read(new TopicTime("edits", at(200))).done();
        position.read(new TopicTime("edits", at(40))).done();
        position.dismissed(new TopicTime("edits", at(30)));

        assertThat(position.done()).containsEntry("edits", at(200));
    }

    @Test
    void a_time_far_ahead_of_the_clock_is_no_position() {
        position.dismissed(new TopicTime("edits", at(1_000 + 3_601)));
        position.read(new TopicTime("edits", at(9_999_999))).done();

        assertThat(position.done()).containsEntry("edits", at(100));

        position.dismissed(new TopicTime("edits", at(1_000 + 3_600)));

        assertThat(position.done()).containsEntry("edits", at(4_600));
    }

    @Test
    void a_reconnect_begins_behind_what_waits_in_memory() {
        var waiting = position.read(new TopicTime("edits", at(110)));
        position.dismissed(new TopicTime("edits", at(130)));
        position.dismissed(new TopicTime("never asked for", at(130)));

        assertThat(position.resume()).containsOnly(Map.entry("edits", at(130)), Map.entry("tags", at(50)));

        waiting.done();
    }

    @Test
    void what_came_after_the_connection_was_opened_at_nothing_is_read_once_more_before_the_mark_moves() {
        position.connectionBegins();
        position.dismissed(new TopicTime("edits", at(1_002)));
        position.read(new TopicTime("edits", at(1_004))).done();

        assertThat(position.resume()).containsEntry("edits", at(100));
        assertThat(position.done()).containsEntry("edits", at(100));
        assertThat(position.done("edits")).isEqualTo(at(1_004));

        now = at(1_010);
        position.connectionBegins();
        position.dismissed(new TopicTime("edits", at(1_001)));
        assertThat(position.resume()).containsEntry("edits", at(1_001));
    }

    @Test
    void a_topic_in_which_something_lay_is_not_held_back() {
        position.connectionBegins();
        position.dismissed(new TopicTime("edits", at(90)));
        position.dismissed(new TopicTime("tags", at(600)));
        position.dismissed(new TopicTime("edits", at(1_002)));

        assertThat(position.done()).containsOnly(Map.entry("edits", at(1_002)), Map.entry("tags", at(600)));
    }

    @Test
    void what_still_waits_when_a_held_topic_is_read_again_does_not_move_its_mark_past_what_was_missed() {
        position.connectionBegins();
        var waiting = position.read(new TopicTime("edits", at(1_004)));
        now = at(1_010);
        position.connectionBegins();
        var missed = position.read(new TopicTime("edits", at(1_001)));

        waiting.done();
        assertThat(position.done()).containsEntry("edits", at(100));

        missed.done();
        assertThat(position.done()).containsEntry("edits", at(1_001));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
