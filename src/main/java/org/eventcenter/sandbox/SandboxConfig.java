package org.eventcenter.sandbox;

import java.time.Duration;
import org.eventcenter.sandbox.eventstreams.StreamRoutes;

/**
 * How the simulated wiki is run.
 *
 * @param host the name or address by which it is reached; also where it listens
 * @param port 0 for any free one
 * @param seed the same seed gives the same people doing the same things
 * @param pace how many times faster than in life people edit; 0 for nobody
 * @param history how much has already happened when it starts
 * @param stream the habits of the stream
 */
public record SandboxConfig(
        String host, int port, long seed, double pace, Duration history, StreamRoutes.Habits stream) {
    private static final StreamRoutes.Habits REAL_HABITS =
            new StreamRoutes.Habits(Duration.ofMinutes(15), 2, Duration.ofMillis(500));

    /** Full of life, with two hours behind it. */
    public static SandboxConfig demo(double pace) {
        return new SandboxConfig("127.0.0.1", 0, 20260301, pace, Duration.ofHours(2), REAL_HABITS);
    }

    /** Nothing has happened, and nothing happens but what is asked for. */
    public static SandboxConfig quiet() {
        return new SandboxConfig(
                "127.0.0.1",
                0,
                1,
                0,
                Duration.ZERO,
                new StreamRoutes.Habits(Duration.ofMinutes(15), 10, Duration.ZERO));
    }

    /** Whether only what is asked for happens. */
    boolean isQuiet() {
        return pace == 0 && history.isZero();
    }

    public SandboxConfig withHabits(StreamRoutes.Habits habits) {
        return new SandboxConfig(host, port, seed, pace, history, habits);
    }

    public SandboxConfig at(String newHost, int newPort) {
        return new SandboxConfig(newHost, newPort, seed, pace, history, stream);
    }
}
