package org.eventcenter.stream;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the wiki says happened. Each revision is named by its wiki and its revision id, which may exceed 32 bits. */
public sealed interface Change {
    /** Where it was read. */
    TopicTime seen();

    /** The wiki's database name, as {@code enwiki}. */
    String wiki();

    long revId();

    /** What waits in memory for it, in bytes; an estimate. */
    int weight();

    /** The answer of the function for this kind of change. */
    <T> T match(Function<Revision, T> revision, Function<RevertMark, T> revertMark);

    /**
     * A revision was saved.
     *
     * @param pageId null where the stream has none (recentchange)
     * @param title with its namespace and with spaces, as a reader sees it
     * @param delta bytes added or (negative) removed; null when the size before is not known
     * @param redirect whether the page is a redirect now; null when it is not known
     * @param unchanged whether size and hash are those of the revision before; null when it is not known
     * @param savedAt the revision's own time, in whole seconds
     */
    record Revision(
            TopicTime seen,
            String wiki,
            long revId,
            @Nullable Long pageId,
            int namespace,
            String title,
            RevisionKind kind,
            boolean bot,
            @Nullable Integer delta,
            @Nullable Boolean redirect,
            @Nullable Boolean unchanged,
            Instant savedAt,
            Editor editor)
            implements Change {
        @Override
        public int weight() {
            return 200 + 2 * (title.length() + editor.name().length());
        }

        @Override
        public <T> T match(Function<Revision, T> revision, Function<RevertMark, T> revertMark) {
            return revision.apply(this);
        }
    }

    /** A revision is, or is no longer, marked as reverted; of two such marks the one with the later {@code asOf} holds. */
    record RevertMark(TopicTime seen, String wiki, long revId, boolean reverted, Instant asOf) implements Change {
        @Override
        public int weight() {
            return 120;
        }

        @Override
        public <T> T match(Function<Revision, T> revision, Function<RevertMark, T> revertMark) {
            return revertMark.apply(this);
        }
    }
}
