package org.eventcenter.wiki;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** How MediaWiki spells the names of accounts. Two spellings mean the same account when their canonical forms are equal. */
public final class UserName {
    private static final int LONGEST_BYTES = 255;
    private static final Pattern BIDI_MARKS = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern BLANKS =
            Pattern.compile("[_\\s\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
    private static final Pattern NEVER_ALLOWED = Pattern.compile("[\\p{Cc}\\p{Cs}#<>\\[\\]{}|\\uFFFD]");

    private UserName() {}

    /** NFC, without bidi marks, underscores and runs of blanks as one space, trimmed, first letter in title case. */
    public static String canonical(String typed) {
        var unmarked = BIDI_MARKS.matcher(typed).replaceAll("");
        var spaced = BLANKS.matcher(unmarked).replaceAll(" ").strip();
        var composed = Normalizer.normalize(spaced, Normalizer.Form.NFC);
        if (composed.isEmpty()) {
            return composed;
        }
        int first = composed.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + composed.substring(Character.charCount(first));
    }

    /** Whether a wiki could know this canonical name at all; the wiki refuses a few more. */
    public static boolean isPossible(String canonical) {
        return !canonical.isEmpty()
                && canonical.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
                && !NEVER_ALLOWED.matcher(canonical).find();
    }

    /** Temporary accounts ({@code ~2026-12345-67}) stand for a browser, not for a person who can take part. */
    public static boolean isTemporary(String canonical) {
        return canonical.startsWith("~2");
    }
}
