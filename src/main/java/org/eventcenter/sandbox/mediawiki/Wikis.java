package org.eventcenter.sandbox.mediawiki;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All wikis of the family: what is saved here is told to the stream. */
public final class Wikis {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final int REVISIONS_A_SECOND = 20;
    private static final int PAGE_IDS = 2_000_000_000;

    /** Hears of everything that happens. */
    public interface Listener {
        /** Also that a revision was saved with tags. */
        void saved(Revision revision, Instant toldAt);

        /** The tags of a revision have changed later. */
        void tagged(Revision revision, List<String> before, List<String> after, Instant toldAt);
    }

    private final Clock clock;
    private final Listener listener;
    private final Accounts accounts;
    private final Map<String, Revision> latest = new HashMap<>();
    private final Map<String, Long> lastRevId = new HashMap<>();

    public Wikis(Clock clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
        this.accounts = new Accounts(clock.instant());
    }

    public Accounts accounts() {
        return accounts;
    }

    /** The newest revision of a page; empty if there is no such page. */
    public Optional<Revision> find(String wiki, String title) {
        return Optional.ofNullable(latest.get(key(wiki, title)));
    }

    /** Whether nobody has edited the page since. */
    public boolean isNewest(Revision revision) {
        return find(revision.site().id(), revision.page().title())
                .filter(newest -> newest.id() == revision.id())
                .isPresent();
    }

    /** A page that was there long before, written by nobody in particular; nobody hears of it. */
    public void hadPage(String wiki, String title, int size) {
        var longAgo = clock.instant().minus(Duration.ofDays(400));
        var founder = Edit.by("Founder of Pages", wiki, title, size).savedAt(longAgo);
        var page = newPage(Family.site(wiki), title);
        latest.put(key(wiki, title), revision(new Draft(page, null, size, longAgo, null), founder));
    }

    /** Saves, and tells the stream at once. */
    @CanIgnoreReturnValue
    public Revision save(Edit edit) {
        return save(edit, clock.instant());
    }

    /** Saves, and tells the stream with this time of arrival. */
    @CanIgnoreReturnValue
    public Revision save(Edit edit, Instant toldAt) {
        var site = Family.site(edit.wiki());
        var parent = latest.get(key(edit.wiki(), edit.title()));
        var page = parent == null ? newPage(site, edit.title()) : parent.page();
        int size = Math.max(1, (parent == null ? 0 : parent.size()) + edit.bytes());
        var savedAt = Objects.requireNonNullElse(edit.savedAt(), toldAt);
        return publish(revision(new Draft(page, parent, size, savedAt, null), edit), toldAt);
    }

    /** The id follows from the title, so that a wiki that is started again knows its pages by the same ids. */
    private Page newPage(SimulatedSite site, String title) {
        return new Page(
                site, 1 + Math.floorMod((site.id() + title).hashCode(), PAGE_IDS), site.namespaceOf(title), title);
    }

    /** Rolls a revision back, which must be the newest of its page and not its first; tells, too, that it is reverted. */
    @CanIgnoreReturnValue
    public Revision rollBack(Revision reverted, String patroller, Instant toldAt) {
        var parent = Objects.requireNonNull(reverted.parent(), "the first revision of a page cannot be rolled back");
        if (!isNewest(reverted)) {
            throw new IllegalArgumentException("Somebody has edited since");
        }
        var summary =
                "Reverted edits by [[Special:Contributions/" + reverted.editor().name() + "]]";
        var edit = Edit.by(patroller, reverted.site().id(), reverted.page().title(), 0)
                .saying(summary)
                .asMinor(true)
                .tagged(List.of("mw-rollback"));
        var draft = new Draft(reverted.page(), reverted, parent.size(), toldAt, reverted);
        var undoing = publish(revision(draft, edit), toldAt);
        markReverted(reverted, toldAt);
        return undoing;
    }

    @CanIgnoreReturnValue
    public Revision rollBack(Revision reverted, String patroller) {
        return rollBack(reverted, patroller, clock.instant());
    }

    /** Tells that a revision bears the mark of the reverted, which the real wikis do by a job of their own. */
    public void markReverted(Revision reverted, Instant toldAt) {
        listener.tagged(reverted, reverted.tags(), plus(reverted.tags(), "mw-reverted"), toldAt);
    }

    /** Takes the mark away again. */
    public void unmarkReverted(Revision reverted) {
        listener.tagged(reverted, plus(reverted.tags(), "mw-reverted"), reverted.tags(), clock.instant());
    }

    private static List<String> plus(List<String> tags, String tag) {
        return Stream.concat(tags.stream(), Stream.of(tag)).toList();
    }

    /** Tells of a revision once more, as the stream does after a reconnect or a repeated delivery. */
    public void tellAgain(Revision revision) {
        listener.saved(revision, clock.instant());
    }

    /** What becomes of a page; the {@code edit} beside it says who did it and how. */
    private record Draft(
            Page page,
            @Nullable Revision parent,
            int size,
            Instant savedAt,
            @Nullable Revision reverts) {}

    private Revision revision(Draft draft, Edit edit) {
        long id = nextRevId(draft.page().site(), draft.savedAt());
        var sameText = sameText(draft, edit);
        return new Revision(
                draft.page(),
                id,
                draft.parent() == null ? null : draft.parent().alone(),
                draft.size(),
                sameText == null ? id : sameText.textId(),
                sameText == null ? edit.becomes() == Edit.Becomes.A_REDIRECT : sameText.redirect(),
                draft.savedAt().truncatedTo(ChronoUnit.SECONDS),
                accounts.person(edit.editor()),
                edit.comment(),
                edit.minor(),
                edit.tags(),
                draft.reverts());
    }

    /** The revision whose text it has again; null: it has a text of its own. */
    private static @Nullable Revision sameText(Draft draft, Edit edit) {
        if (draft.reverts() != null) {
            return draft.reverts().parent();
        }
        return edit.becomes() == Edit.Becomes.THE_SAME ? draft.parent() : null;
    }

    /** Grows with time, also over a new start of the wiki. */
    private long nextRevId(SimulatedSite site, Instant savedAt) {
        long seconds = Math.max(0, Duration.between(FIRST_DAY, savedAt).toSeconds());
        long byTime = site.firstRevId() + REVISIONS_A_SECOND * seconds;
        return lastRevId.merge(site.id(), byTime, (last, now) -> Math.max(last + 1, now));
    }

    private Revision publish(Revision revision, Instant toldAt) {
        revision.editor().countEdit();
        latest.put(key(revision.site().id(), revision.page().title()), revision);
        listener.saved(revision, toldAt);
        return revision;
    }

    private static String key(String wiki, String title) {
        return wiki + ':' + title;
    }
}
