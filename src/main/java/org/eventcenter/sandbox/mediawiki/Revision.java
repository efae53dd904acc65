package org.eventcenter.sandbox.mediawiki;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One saved version of a page.
 *
 * @param parent what it replaced, itself without a parent; null when it created the page
 * @param size of the whole text in bytes
 * @param textId the same for revisions with the same text: the id of the first that had it
 * @param redirect whether the text is a redirect to another page
 * @param savedAt in whole seconds
 * @param tags those it was saved with
 * @param reverts the revision that it undid; null for other edits
 */
public record Revision(
        Page page,
        long id,
        @Nullable Revision parent,
        int size,
        long textId,
        boolean redirect,
        Instant savedAt,
        Account editor,
        String comment,
        boolean minor,
        List<String> tags,
        @Nullable Revision reverts) {

    public SimulatedSite site() {
        return page.site();
    }

    public boolean createsPage() {
        return parent == null;
    }

    /** Cuts the chain, so that a page does not keep all its history in memory. */
    Revision alone() {
        return new Revision(page, id, null, size, textId, redirect, savedAt, editor, comment, minor, tags, null);
    }
}
