package org.eventcenter.wiki;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How MediaWiki spells the names of accounts, and which names none of the people here can have: the one rule for names
 * that are typed, pasted, or said by the wiki itself. Two spellings mean the same account when their canonical forms are
 * equal.
 */
public final class UserName {
    private static final int LONGEST_BYTES = 255;

    /** What MediaWiki drops wherever it stands: marks of direction that come along with copied text. */
    private static final Pattern BIDI_MARKS = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E]");

    /** MediaWiki's own list. Tab and line break are not in it: they part names, and are in none. */
    private static final String BLANK = "_ \\u00A0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

    /** What nobody sees. Joiners and soft hyphens make a name look right that is another one. */
    private static final String INVISIBLE =
            "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0";

    private static final Pattern BLANKS = Pattern.compile("[" + BLANK + "]+");

    /** In time that grows with the length alone, whatever was sent. */
    private static final Pattern WITHOUT_ENDS =
            Pattern.compile("(?s)[\\s" + INVISIBLE + BLANK + "]*+(.*[^\\s" + INVISIBLE + BLANK + "])");

    private static final Pattern HAS_INVISIBLE = Pattern.compile("[" + INVISIBLE + "]");
    private static final Pattern NEVER_ALLOWED = Pattern.compile("[\\p{Cc}\\p{Cs}#<>\\[\\]{}|\\uFFFD]");

    private UserName() {}

    /** Why no account of a person can have a name. */
    public enum Flaw {
        EMPTY,
        TOO_LONG,
        /** It holds a character that no wiki allows, a tab or a line break among them. */
        CHARACTER,
        /** It looks like the name of an account but holds a character that nobody sees. */
        INVISIBLE_CHARACTER,
        /** It is that of a temporary account, which stands for a browser and ends after a while. */
        TEMPORARY
    }

    /**
     * NFC, without marks of direction, underscores and runs of blanks as one space, nothing invisible at the ends, first
     * letter in title case.
     */
    public static String canonical(String typed) {
        var unmarked = BIDI_MARKS.matcher(typed).replaceAll("");
        var ends = WITHOUT_ENDS.matcher(unmarked);
        var spaced = BLANKS.matcher(ends.lookingAt() ? ends.group(1) : "").replaceAll(" ");
        var composed = Normalizer.normalize(spaced, Normalizer.Form.NFC);
        if (composed.isEmpty()) {
            return composed;
        }
        int first = composed.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + composed.substring(Character.charCount(first));
    }

    /** What is wrong with this canonical name; empty when it may be a person's, although a wiki refuses a few more. */
    public static Optional<Flaw> flaw(String canonical) {
        if (canonical.isEmpty()) {
            return Optional.of(Flaw.EMPTY);
        }
        if (canonical.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(Flaw.TOO_LONG);
        }
        if (NEVER_ALLOWED.matcher(canonical).find()) {
            return Optional.of(Flaw.CHARACTER);
        }
        if (HAS_INVISIBLE.matcher(canonical).find()) {
            return Optional.of(Flaw.INVISIBLE_CHARACTER);
        }
        return canonical.startsWith("~2") ? Optional.of(Flaw.TEMPORARY) : Optional.empty();
    }

    /** Whether this canonical name may be a person's. */
    public static boolean isPossible(String canonical) {
        return flaw(canonical).isEmpty();
    }
}
