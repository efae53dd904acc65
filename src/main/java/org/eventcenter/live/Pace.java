package org.eventcenter.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a screen wants to be told; how often that is stands in {@link LiveConfig}. */
public enum Pace {
    SCREEN,
    PHONE,
    ORGANIZER;

    /** As in a hello. */
    static Optional<Pace> of(String word) {
        return Arrays.stream(values())
                .filter(pace -> pace.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
