package org.eventcenter.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.eventcenter.stream.Change.Revision;
import org.eventcenter.stream.Editor;
import org.eventcenter.stream.RevisionKind;
import org.eventcenter.stream.TopicTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParticipantIndexTest {
    private static final Instant NOON = Instant.parse("2026-09-08T12:00:00Z");
    private static final IndexedPerson ADA = new IndexedPerson(1, 501L, "Ada Example");
    private static final IndexedPerson BEN = new IndexedPerson(2, null, "Ben Example");

    private final ParticipantIndex index = new ParticipantIndex();

    @BeforeEach
    void fill() {
        index.learnEvent(new IndexedEvent(7, 1, NOON, NOON.plusSeconds(7_200), Set.of("frwiki", "commonswiki")));
        index.learnPerson(7, ADA);
        index.learnPerson(7, BEN);
    }

    @Test
    void a_person_is_found_by_id_whatever_the_name() {
        assertThat(index.find(new Editor(501L, "Ada Renamed"))).contains(ADA);
        assertThat(index.find(new Editor(502L, "Ada Example"))).isEmpty();
    }

    @Test
    void a_name_counts_where_either_side_has_no_id() {
        assertThat(index.find(new Editor(null, "Ada Example"))).contains(ADA);
        assertThat(index.find(new Editor(null, "ada_Example"))).contains(ADA);
        assertThat(index.find(new Editor(777L, "Ben Example"))).contains(BEN);
        assertThat(index.find(new Editor(777L, "Carla Example"))).isEmpty();
    }

    @Test
    void a_name_that_went_to_somebody_else_is_theirs() {
        var renamed = new IndexedPerson(1, 501L, "Ada Renamed");
        var another = new IndexedPerson(3, 503L, "Ada Example");
        index.learnPerson(7, another);
        index.learnPerson(7, renamed);

        assertThat(index.find(new Editor(null, "Ada Example"))).contains(another);
        assertThat(index.find(new Editor(null, "Ada Renamed"))).contains(renamed);
        assertThat(index.find(new Editor(501L, "Ada Example"))).contains(renamed);
    }

    @Test
    void a_linked_account_is_found_by_its_new_id() {
        var linked = new IndexedPerson(2, 502L, "Ben Example");
        index.learnPerson(7, linked);

        assertThat(index.knowsAccount(502)).isTrue();
        assertThat(index.find(new Editor(777L, "Ben Example"))).isEmpty();
    }

    @Test
    void an_event_may_store_its_wikis_edits_from_an_hour_before_to_an_hour_after() {
        assertThat(index.eventsFor(1, edit("frwiki", NOON.minusSeconds(3_600)))).hasSize(1);
        assertThat(index.eventsFor(1, edit("frwiki", NOON.minusSeconds(3_601)))).isEmpty();
        assertThat(index.eventsFor(1, edit("frwiki", NOON.plusSeconds(10_799)))).hasSize(1);
        assertThat(index.eventsFor(1, edit("frwiki", NOON.plusSeconds(10_800)))).isEmpty();
        assertThat(index.eventsFor(1, edit("dewiki", NOON))).isEmpty();
        assertThat(index.eventsFor(99, edit("frwiki", NOON))).isEmpty();
    }

    @Test
    void facts_are_wanted_of_followed_wikis_and_of_held_revisions() {
        index.hold(7, "dewiki", 12);

        assertThat(index.wantsFactOf("frwiki", 1)).isTrue();
        assertThat(index.wantsFactOf("dewiki", 12)).isTrue();
        assertThat(index.wantsFactOf("dewiki", 13)).isFalse();
        assertThat(index.holders("dewiki", 12)).containsExactly(7L);
    }

    @Test
    void a_wiki_that_the_event_gave_up_is_followed_no_more() {
        index.learnEvent(new IndexedEvent(7, 1, NOON, NOON.plusSeconds(7_200), Set.of("frwiki")));

        assertThat(index.wantsFactOf("commonswiki", 1)).isFalse();
        assertThat(index.wantsFactOf("frwiki", 1)).isTrue();
    }

    @Test
    void a_forgotten_event_leaves_nothing_behind_but_what_others_need() {
        index.learnEvent(new IndexedEvent(8, 1, NOON, NOON.plusSeconds(7_200), Set.of("frwiki")));
        index.learnPerson(8, ADA);
        index.hold(7, "frwiki", 12);

        index.forgetEvent(7);

        assertThat(index.event(7)).isEmpty();
        assertThat(index.holders("frwiki", 12)).isEmpty();
        assertThat(index.knowsName("Ben Example")).isFalse();
        assertThat(index.knowsAccount(501)).isTrue();
        assertThat(index.eventsFor(1, edit("frwiki", NOON)))
                .extracting(IndexedEvent::eventId)
                .containsExactly(8L);
    }

    private static Revision edit(String wiki, Instant savedAt) {
        var seen = new TopicTime("eqiad.mediawiki.page_change.v1", savedAt);
        var editor = new Editor(501L, "Ada Example");
        return new Revision(seen, wiki, 12, null, 0, "A", RevisionKind.EDIT, false, 1, null, null, savedAt, editor);
    }
}
