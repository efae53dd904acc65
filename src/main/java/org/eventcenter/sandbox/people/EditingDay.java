package org.eventcenter.sandbox.people;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.eventcenter.sandbox.mediawiki.Family;
import org.eventcenter.sandbox.mediawiki.Revision;
import org.eventcenter.sandbox.mediawiki.Wikis;

/** What everybody does, one thing after the other. The same seed gives the same day. */
public final class EditingDay {
    /** Between two edits of anybody, at the pace of life; of each five, one is a participant's. */
    private static final Duration MEAN_GAP = Duration.ofMillis(1_500);

    private static final Duration WAVE = Duration.ofMinutes(37);
    private static final List<String> NOISY_WIKIS =
            List.of("enwiki", "dewiki", "frwiki", "eswiki", "jawiki", "wikidatawiki", "commonswiki");
    private static final List<List<String>> TAGS =
            List.of(List.of(), List.of(), List.of("visualeditor"), List.of("mobile edit", "mobile web edit"));

    private record Task(String wiki, String title) {}

    private record DueRevert(Revision revision, Instant at) {}

    private final Wikis wikis;
    private final Dice dice;
    private final Library library;
    private final Passersby passersby;
    private final List<Person> people;
    private final Map<Person, Task> tasks = new HashMap<>();
    private final List<DueRevert> reverts = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    public EditingDay(Wikis wikis, Cast cast, long seed) {
        this.wikis = wikis;
        this.dice = new Dice(seed);
        this.library = new Library(wikis, dice);
        this.people = cast.people();
        cast.names().forEach(wikis.accounts()::person);
        wikis.accounts().block(Cast.BLOCKED);
        wikis.accounts().hide(Cast.HIDDEN);
        this.passersby = new Passersby(wikis.accounts());
    }

    /** Lets the next thing happen, told to the stream at this time; returns how long after it something happens again. */
    public Duration step(Instant now) {
        if (!revertOne(now)) {
            if (dice.chance(0.2)) {
                participantEdits(now);
            } else {
                strangerEdits(now);
            }
        }
        var gap = dice.around(MEAN_GAP.multipliedBy(100).dividedBy(liveliness()));
        elapsed = elapsed.plus(gap);
        return gap;
    }

    /** In percent: a room has its busy times and its breaks. */
    private long liveliness() {
        double turn = 2 * Math.PI * elapsed.toMillis() / WAVE.toMillis();
        return Math.round(100 + 45 * Math.sin(turn) + 20 * Math.sin(3.7 * turn));
    }

    /** Rolls back what is due, where nobody has edited since. */
    private boolean revertOne(Instant now) {
        var due = reverts.stream().filter(revert -> !revert.at().isAfter(now)).findFirst();
        due.ifPresent(reverts::remove);
        var stillNewest = due.map(DueRevert::revision).filter(wikis::isNewest);
        stillNewest.ifPresent(revision -> wikis.rollBack(revision, Passersby.PATROLLER, now));
        return stillNewest.isPresent();
    }

    private void participantEdits(Instant now) {
        var person = dice.byZeal(people);
        if (dice.chance(0.03)) {
            oddEdit(person, now);
            return;
        }
        var task = dice.chance(0.72) ? tasks.computeIfAbsent(person, this::newTask) : newTask(person);
        tasks.put(person, task);
        var title = dice.chance(0.1) ? sidePage(person, task) : task.title();
        var revision = save(person.name(), task.wiki(), title, now);
        if (!revision.createsPage() && dice.chance(0.025)) {
            reverts.add(new DueRevert(revision, now.plusSeconds(dice.between(30, 200))));
        }
    }

    /** What looks like work and is none: a new redirect, as a move leaves it, or an edit that changes nothing. */
    private void oddEdit(Person person, Instant now) {
        var wiki = person.wikis().get(0);
        var existing = library.existing(wiki, dice);
        var edit = dice.chance(0.5)
                ? Edit.by(person.name(), wiki, library.unwritten(wiki, dice), 30)
                        .asRedirect()
                : Edit.by(person.name(), wiki, existing, 0).changingNothing();
        wikis.save(edit.saying("[[" + existing + "]]").savedAt(now.minusSeconds(1)), now);
    }

    private Task newTask(Person person) {
        var wiki = dice.chance(0.8) ? person.wikis().get(0) : dice.oneOf(person.wikis());
        var title = dice.chance(0.3) ? library.unwritten(wiki, dice) : library.existing(wiki, dice);
        return new Task(wiki, title);
    }

    /** The talk page of the article, or a page of one's own: edits outside of the article namespace. */
    private String sidePage(Person person, Task task) {
        var site = Family.site(task.wiki());
        return dice.chance(0.7) && site.namespaceOf(task.title()) == 0
                ? site.talk() + ":" + task.title()
                : site.user() + ":" + person.name() + "/notes";
    }

    private void strangerEdits(Instant now) {
        var wiki = dice.oneOf(NOISY_WIKIS);
        var title = dice.chance(0.05) ? library.unwritten(wiki, dice) : library.existing(wiki, dice);
        save(passersby.any(dice, wikis.accounts()), wiki, title, now);
    }

    @CanIgnoreReturnValue
    private Revision save(String editor, String wiki, String title, Instant now) {
        boolean isNew = wikis.find(wiki, title).isEmpty();
        var delay = dice.around(Duration.ofMillis(1_700)).plusMillis(600);
        var edit = Edit.by(editor, wiki, title, isNew ? dice.between(900, 5_200) : dice.bytesOfAnEdit())
                .saying(dice.chance(0.3) ? "" : summary(wiki))
                .asMinor(!isNew && dice.chance(0.12))
                .tagged(dice.oneOf(TAGS))
                .savedAt(now.minus(delay));
        return wikis.save(edit, now);
    }

    private String summary(String wiki) {
        var tongue =
                Tongue.all().stream().filter(known -> known.wiki().equals(wiki)).findFirst();
        return dice.oneOf(tongue.orElse(Tongue.of("enwiki")).summaries());
    }
}
