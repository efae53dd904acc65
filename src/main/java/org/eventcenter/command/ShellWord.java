package org.eventcenter.command;

import java.util.regex.Pattern;

/** Writes a text so that a shell reads it as one word: for commands that people copy. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+,=-]+");

    private ShellWord() {}

    static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
