package org.eventcenter.registration;

import java.util.Locale;

/** The ways in which a person leaves the public feed. */
enum TakeBack {
    PRIVATE,
    CANCELLED,
    REMOVED;

    /** As the SQL function says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
