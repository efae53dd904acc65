package org.eventcenter.registration;

import java.time.Duration;

/**
 * How long the {@link RegistrationDesk} waits.
 *
 * @param callTimeout how long one call of the database may take before its outcome is unknown
 * @param patience how long a join is tried again while the database does not answer, before its person is told that it
 *     could not be confirmed
 * @param retryDelay before the first repetition; the pauses double
 * @param listenerPatience how long an answer waits for the {@link JoinListener}
 */
public record DeskConfig(Duration callTimeout, Duration patience, Duration retryDelay, Duration listenerPatience) {
    public static DeskConfig standard() {
        return new DeskConfig(
                Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(1));
    }
}
