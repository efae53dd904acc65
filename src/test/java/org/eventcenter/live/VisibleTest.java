package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a frame may leave out: only what shows nowhere in the state at its token. */
class VisibleTest {
    @Test
    void the_newest_fifty_edits_and_the_newest_fifty_people_are_kept() {
        var edits = IntStream.rangeClosed(1, 60).mapToObj(i -> edit(i, "r", true));
        var people = IntStream.rangeClosed(61, 120).mapToObj(i -> entry(i, "joined", "r" + i));

        var visible = Visible.of(array(Stream.concat(edits, people).toList()), true);

        assertThat(visible.more()).isEqualTo(20);
        assertThat(seqs(visible))
                .startsWith(11)
                .endsWith(120)
                .doesNotContain(61, 70)
                .contains(60, 71);
    }

    @Test
    void who_came_and_went_within_the_frame_takes_no_place() {
        var entries = new ArrayList<JsonObject>();
        IntStream.rangeClosed(1, 50).forEach(i -> entries.add(entry(i, "joined", "r" + i)));
        entries.add(entry(51, "joined", "gone"));
        entries.add(entry(52, "left", "gone"));

        var visible = Visible.of(array(entries), false);

        assertThat(seqs(visible)).startsWith(1).contains(50, 52).doesNotContain(51);
    }

    @Test
    void nothing_of_somebody_who_was_withdrawn_is_kept_but_the_withdrawal() {
        var entries = List.of(
                entry(1, "joined", "ada"), edit(2, "ada", true), edit(3, "bo", true), entry(4, "withdrawn", "ada"));

        assertThat(seqs(Visible.of(array(entries), true))).containsExactly(3, 4);
    }

    @Test
    void a_line_that_does_not_count_is_for_organizers_only() {
        var entries = array(List.of(edit(1, "ada", false)));

        assertThat(seqs(Visible.of(entries, true))).isEmpty();
        assertThat(seqs(Visible.of(entries, false))).containsExactly(1);
    }

    @Test
    void who_joined_twice_is_kept_once_and_what_corrects_is_always_kept() {
        var entries =
                new ArrayList<>(List.of(entry(1, "joined", "ada"), entry(2, "left", "ada"), entry(3, "joined", "ada")));
        IntStream.rangeClosed(4, 103).forEach(i -> entries.add(entry(i, "corrected", "ada")));
        Stream.of("recounted", "goal", "event", "privacy").forEach(kind -> entries.add(entry(200, kind, "ada")));

        var visible = Visible.of(array(entries), false);

        assertThat(visible.more()).isEqualTo(1);
        assertThat(seqs(visible)).startsWith(2, 3, 4).hasSize(106);
    }

    private static JsonObject edit(int seq, String ref, boolean counts) {
        return entry(seq, "contributed", ref).put("counts", counts);
    }

    private static JsonObject entry(int seq, String kind, String ref) {
        return new JsonObject().put("seq", seq).put("kind", kind).put("ref", ref);
    }

    private static JsonArray array(List<JsonObject> entries) {
        return new JsonArray(entries);
    }

    private static List<Integer> seqs(Visible visible) {
        return visible.entries().stream()
                .map(entry -> ((JsonObject) entry).getInteger("seq"))
                .toList();
    }
}
