package org.eventcenter.registration;

import java.util.Locale;

/** Whether somebody is in. Who cancelled may come back, who was removed may not. */
public enum RegistrationStatus {
    ACCEPTED,
    CANCELLED,
    REMOVED;

    static RegistrationStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
