package org.eventcenter.registration;

import java.text.Normalizer;
import java.util.Locale;

/** The short code of an event as somebody typed it from a screen or a sheet, with what people mistake for what. */
final class TypedCode {
    private static final int LENGTH = 6;
    private static final String MISTAKEN = "1li0o25689u";
    private static final String MEANT = "jjjqqzsgbgv";

    private TypedCode() {}

    /** The letters that were meant; nothing that is no code has six of them. */
    static String read(String typed) {
        var shown = Normalizer.normalize(typed.substring(0, Math.min(typed.length(), 40)), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        var letters = new StringBuilder();
        shown.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append(meant((char) c)));
        return letters.toString();
    }

    static boolean isPossible(String code) {
        return code.length() == LENGTH && code.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static char meant(char shown) {
        int at = MISTAKEN.indexOf(shown);
        return at < 0 ? shown : MEANT.charAt(at);
    }
}
