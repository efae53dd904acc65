package org.eventcenter.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The totals that a goal can be about; the word is the total's name in feeds and in the API. */
public enum GoalMetric {
    PARTICIPANTS,
    ACTIVE,
    EDITS,
    CREATED,
    ARTICLES,
    BYTES_ADDED,
    BYTES_REMOVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GoalMetric> of(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word().equals(word))
                .findFirst();
    }
}
