package org.eventcenter.stream;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event.
 *
 * @param seen null when not even that could be read
 * @param change null when it is none, or nobody's
 * @param fault why it could not be read; null when it could
 */
record Reading(
        @Nullable TopicTime seen,
        @Nullable Change change,
        @Nullable String fault) {
    static Reading of(TopicTime seen, Optional<? extends Change> change) {
        return new Reading(seen, change.orElse(null), null);
    }

    static Reading malformed(@Nullable TopicTime seen, String fault) {
        return new Reading(seen, null, fault);
    }
}
