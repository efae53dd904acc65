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
 * @param savedAt the revision's time; null for now
 */
public record Edit(
        String editor,
        String wiki,
        String title,
        int bytes,
        String comment,
        boolean minor,
        List<String> tags,
        @Nullable Instant savedAt) {

    public static Edit by(String editor, String wiki, String title, int bytes) {
        return new Edit(editor, wiki, title, bytes, "", false, List.of(), null);
    }

    public Edit saying(String summary) {
        return new Edit(editor, wiki, title, bytes, summary, minor, tags, savedAt);
    }

    public Edit tagged(List<String> changeTags) {
        return new Edit(editor, wiki, title, bytes, comment, minor, changeTags, savedAt);
    }

    public Edit asMinor(boolean isMinor) {
        return new Edit(editor, wiki, title, bytes, comment, isMinor, tags, savedAt);
    }

    public Edit savedAt(Instant time) {
        return new Edit(editor, wiki, title, bytes, comment, minor, tags, time);
    }
}
