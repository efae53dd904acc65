package org.eventcenter.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the source of edits stands, the same on every node.
 *
 * @param since when this state began; null while nobody has ever read the stream
 * @param exactUpTo every edit that the wiki told of before this moment is recorded; null while nothing was ever read
 */
public record SourceState(
        Kind kind, @Nullable Instant since, @Nullable Instant exactUpTo) {
    /** For operators: the state, since when, and how far edits are exact. */
    public String inWords() {
        var words = kind.word().replace('_', ' ');
        if (kind == Kind.LIVE) {
            return words;
        }
        return words
                + (since == null ? "" : " since " + since.truncatedTo(ChronoUnit.SECONDS))
                + (exactUpTo == null ? "" : ", exact up to " + exactUpTo.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What people are told about edits that they wait for. */
    public enum Kind {
        /** Edits arrive within seconds. */
        LIVE,
        /** The connection holds, and what was missed is being read: {@code exactUpTo} moves towards now. */
        CATCHING_UP,
        /** The connection holds, but nothing new comes of it: the position has not moved for a minute. */
        LATE,
        /** There is no connection, or nobody reads. */
        AWAY;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** As the database, the live channel and probes spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
