package org.eventcenter.contribution;

import java.time.Duration;

/**
 * How changes are written.
 *
 * @param collect the shortest time between the beginnings of two calls of one event; meanwhile its changes are collected
 * @param batch the most rows of a call; so many are not kept waiting
 * @param retryMin the longest first pause before a call is made again
 * @param retryMax the longest pause that repeated failures lead to
 * @param waitingBytes how many bytes of changes may wait before the stream is paused
 */
record RecorderConfig(Duration collect, int batch, Duration retryMin, Duration retryMax, long waitingBytes) {
    static RecorderConfig usual(long waitingBytes) {
        return new RecorderConfig(
                Duration.ofMillis(100), 200, Duration.ofMillis(100), Duration.ofSeconds(5), waitingBytes);
    }
}
