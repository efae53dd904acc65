package org.eventcenter.campaign;

import java.util.Locale;

/** A draft is known to its organizers only; a cancelled event stays readable, so that who comes learns of it. */
public enum EventStatus {
    DRAFT,
    PUBLISHED,
    CANCELLED;

    /** As in the table and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
