package org.eventcenter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventcenter.sandbox.mediawiki.Revision;
import org.eventcenter.sandbox.mediawiki.Wikis;
import org.eventcenter.sandbox.people.Cast;
import org.eventcenter.sandbox.people.EditingDay;
import org.eventcenter.sandbox.people.Person;
import org.eventcenter.wiki.UserName;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void the_same_seed_gives_the_same_day_and_another_seed_another() {
        assertThat(told(5, 2_000)).isEqualTo(told(5, 2_000)).isNotEqualTo(told(6, 2_000));
    }

    @Test
    void everybody_has_a_name_of_their_own_that_is_spelled_as_wikis_spell_it() {
        var names = new Cast(20260301).names();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(80).allSatisfy(name -> {
            assertThat(UserName.canonical(name)).isEqualTo(name);
            assertThat(UserName.isPossible(name)).isTrue();
        });
        assertThat(scripts(names)).contains("LATIN", "ARABIC", "DEVANAGARI", "CYRILLIC", "HIRAGANA");
    }

    @Test
    void some_are_private_and_none_of_them_shows_the_name() {
        var people = new Cast(20260301).people();

        assertThat(people).anyMatch(Person::isPrivate).anyMatch(Person::showsName);
        assertThat(people).noneMatch(person -> person.isPrivate() && person.showsName());
    }

    @Test
    void a_day_has_edits_creations_reverts_and_strangers_on_many_wikis() {
        var day = new Diary();
        var people = new Cast(5).people().stream().map(Person::name).collect(Collectors.toSet());
        day.run(5, 4_000);

        var theirs = day.revisions.stream()
                .filter(revision -> people.contains(revision.editor().name()))
                .toList();
        assertThat(theirs).hasSizeBetween(500, 1_500);
        assertThat(theirs).extracting(revision -> revision.site().id()).contains("enwiki", "arwiki", "commonswiki");
        assertThat(theirs).extracting(revision -> revision.page().namespace()).contains(0, 1, 2, 6);
        assertThat(theirs.stream().filter(Revision::createsPage).count()).isBetween(30L, 250L);
        assertThat(day.reverted)
                .isNotEmpty()
                .allMatch(revision -> people.contains(revision.editor().name()));
        assertThat(day.revisions).allMatch(revision -> revision.size() > 0);
    }

    private static List<String> told(long seed, int steps) {
        var day = new Diary();
        day.run(seed, steps);
        return day.told;
    }

    private static Set<String> scripts(List<String> names) {
        var scripts = new HashSet<String>();
        names.forEach(name -> name.codePoints()
                .forEach(
                        letter -> scripts.add(Character.UnicodeScript.of(letter).name())));
        return scripts;
    }

    /** Everything that was told of a day, in words. */
    private static final class Diary implements Wikis.Listener {
        final List<String> told = new ArrayList<>();
        final List<Revision> revisions = new ArrayList<>();
        final List<Revision> reverted = new ArrayList<>();

        void run(long seed, int steps) {
            var wikis = new Wikis(Clock.fixed(MORNING, ZoneOffset.UTC), this);
            var day = new EditingDay(wikis, new Cast(seed), seed);
            var time = MORNING;
            for (int i = 0; i < steps; i++) {
                time = time.plus(day.step(time));
            }
        }

        @Override
        public void saved(Revision revision, Instant toldAt) {
            revisions.add(revision);
            told.add(String.join(
                    "|",
                    revision.site().id(),
                    revision.page().title(),
                    revision.editor().name(),
                    Long.toString(revision.id()),
                    Integer.toString(revision.size()),
                    revision.savedAt().toString(),
                    revision.comment(),
                    toldAt.toString()));
        }

        @Override
        public void tagged(Revision revision, List<String> before, List<String> after, Instant toldAt) {
            reverted.add(revision);
            told.add(revision.id() + " " + before + " " + after);
        }
    }
}
