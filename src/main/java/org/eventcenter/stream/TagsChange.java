package org.eventcenter.stream;

import java.util.Optional;

/**
 * The shape of {@code mediawiki.revision-tags-change}. Its revision is the one whose tags changed; its performer is who
 * changed them, and never the author.
 */
final class TagsChange {
    static final String REVERTED = "mw-reverted";

    private TagsChange() {}

    /** Empty where the tag that says "reverted" neither is there nor was taken away. */
    static Optional<Change.RevertMark> read(JsonFields event, TopicTime seen) throws Malformed {
        boolean reverted = event.lists("tags", REVERTED);
        if (!reverted && !event.in("prior_state").lists("tags", REVERTED)) {
            return Optional.empty();
        }
        return Optional.of(new Change.RevertMark(
                seen, event.needName("database"), event.needNumber("rev_id"), reverted, seen.at()));
    }
}
