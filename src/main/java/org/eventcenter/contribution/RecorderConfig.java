package org.eventcenter.contribution;

import java.time.Duration;
import org.eventcenter.config.Section;

/**
 * How changes are written.
 *
 * @param collect the shortest time between the beginnings of two calls of one event; meanwhile its changes are collected
 * @param batch the most rows of a call; so many are not kept waiting
 * @param retryMin the longest first pause before a call is made again
 * @param retryMax the longest pause that repeated failures lead to
 * @param waitingBytes how many bytes of changes may wait before the stream is paused
 * @param rowPatience how long a row may fail for a reason that nobody knows before it goes into quarantine
 * @param eventPatience how long the calls of one event may fail, while the database answers, before what waits of it is
 *     given up when it fills its share of the waiting bytes
 */
public record RecorderConfig(
        Duration collect,
        int batch,
        Duration retryMin,
        Duration retryMax,
        long waitingBytes,
        Duration rowPatience,
        Duration eventPatience) {
    private static final int SHARES = 4;

    /** {@code waitingBytes}: as the reader of the stream is told. */
    public static RecorderConfig from(Section section, long waitingBytes) {
        return usual(waitingBytes)
                .withPatience(section.duration("give_up_row", "5m"), section.duration("give_up_event", "30s"));
    }

    static RecorderConfig usual(long waitingBytes) {
        return new RecorderConfig(
                Duration.ofMillis(100),
                200,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                waitingBytes,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30));
    }

    RecorderConfig withPatience(Duration row, Duration event) {
        return new RecorderConfig(collect, batch, retryMin, retryMax, waitingBytes, row, event);
    }

    /** How many of the waiting bytes may be of one event whose calls fail. */
    long shareOfAnEvent() {
        return waitingBytes / SHARES;
    }
}
