package org.eventcenter.registration;

import java.time.Duration;

/**
 * How long {@link RegistrationChanges} waits.
 *
 * @param callTimeout how long one call of the database may take before its outcome is unknown; as long as the slow pool
 *     lets it run, since a person may have very many edits
 * @param patience how long the call is made again
 * @param retryDelay before the first repetition; the pauses double
 */
public record ChangesConfig(Duration callTimeout, Duration patience, Duration retryDelay) {
    public static ChangesConfig standard() {
        return new ChangesConfig(Duration.ofSeconds(32), Duration.ofSeconds(10), Duration.ofMillis(100));
    }
}
