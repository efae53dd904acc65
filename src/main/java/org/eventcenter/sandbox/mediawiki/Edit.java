package org.eventcenter.sandbox.mediawiki;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to save. A page that is not there yet is created.
 *
 * @param title with prefix and with spaces
 * @param bytes added or (negative) removed; a page never shrinks below one byte
 * @param tags change tags it is saved with
 * @param savedAt the revision's time; null: when it is saved
 */
public record Edit(
        String editor,
        String wiki,
        String title,
        int bytes,
        String comment,
        boolean minor,
        List<String> tags,
        Becomes becomes,
        @Nullable Instant savedAt) {

    /** What the page's text becomes. */
    public enum Becomes {
        /** Another one than before. */
        ANOTHER_TEXT,
        /** A redirect to another page, as a move leaves it. */
        A_REDIRECT,
        /** What it is: nothing is changed, as an import or a protection saves it. */
        THE_SAME
    }

    public static Edit by(String editor, String wiki, String title, int bytes) {
        return new Edit(editor, wiki, title, bytes, "", false, List.of(), Becomes.ANOTHER_TEXT, null);
    }

    public Edit saying(String summary) {
        return new Edit(editor, wiki, title, bytes, summary, minor, tags, becomes, savedAt);
    }

    public Edit tagged(List<String> changeTags) {
        return new Edit(editor, wiki, title, bytes, comment, minor, changeTags, becomes, savedAt);
    }

    public Edit asMinor(boolean isMinor) {
        return new Edit(editor, wiki, title, bytes, comment, isMinor, tags, becomes, savedAt);
    }

    public Edit savedAt(Instant time) {
        return new Edit(editor, wiki, title, bytes, comment, minor, tags, becomes, time);
    }

    public Edit asRedirect() {
        return new Edit(editor, wiki, title, bytes, comment, minor, tags, Becomes.A_REDIRECT, savedAt);
    }

    public Edit changingNothing() {
        return new Edit(editor, wiki, title, 0, comment, minor, tags, Becomes.THE_SAME, savedAt);
    }
}
