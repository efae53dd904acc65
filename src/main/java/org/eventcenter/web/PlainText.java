package org.eventcenter.web;

import java.util.regex.Pattern;

/**
 * Text from outside that is safe where no {@code <bdi>} can be: titles, mails, calendar files, logs, SVG. Control
 * characters, marks that turn the direction of writing, half surrogates and the line breaks U+2028 and U+2029 are gone.
 */
public record PlainText(String value) {
    private static final Pattern UNSAFE = Pattern.compile(
            "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]"
                    + "|[\\x{D800}-\\x{DFFF}]");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\u000B\\f\\r\\u0085\\u2028\\u2029]+");

    public PlainText {
        value = UNSAFE.matcher(value).replaceAll("");
    }

    /** On one line: breaks and tabs become a space. */
    public static PlainText line(String text) {
        return new PlainText(BREAKS.matcher(text).replaceAll(" ").strip());
    }

    @Override
    public String toString() {
        return value;
    }
}
