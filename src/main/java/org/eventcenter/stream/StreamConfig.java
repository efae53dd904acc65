package org.eventcenter.stream;

import java.net.URI;
import java.time.Duration;
import org.eventcenter.config.Section;

/**
 * How the stream is read.
 *
 * @param url where EventStreams is; {@code /v2/stream/…} is appended
 * @param edits which stream tells of edits
 * @param firstPosition how far before now a topic begins that was never read
 * @param overlap how far before its position a topic is read again after a reconnect
 * @param silence a connection without a byte for so long is dead
 * @param backoffMin the longest pause before the first reconnect
 * @param backoffMax the longest pause that repeated failures lead to
 * @param awayAfter so long without a connection, and people are told that edits do not arrive
 * @param lateAfter so long without anything newer although it should come, and people are told that edits are late
 * @param waitingBytes changes that may wait for the database before the stream is paused
 */
public record StreamConfig(
        URI url,
        Edits edits,
        Duration firstPosition,
        Duration overlap,
        Duration silence,
        Duration backoffMin,
        Duration backoffMax,
        Duration awayAfter,
        Duration lateAfter,
        long waitingBytes) {

    /** The streams that tell of edits; the first knows the page, the account and the size before. */
    public enum Edits {
        PAGE_CHANGE,
        RECENTCHANGE;

        Edits other() {
            return this == PAGE_CHANGE ? RECENTCHANGE : PAGE_CHANGE;
        }
    }

    public static StreamConfig from(Section section) {
        var config = new StreamConfig(
                section.address("url", "https://stream.wikimedia.org"),
                section.oneOf("edits", Edits.PAGE_CHANGE),
                section.duration("first_position", "60s"),
                section.duration("overlap", "60s"),
                section.duration("silence", "30s"),
                section.duration("backoff_min", "500ms"),
                section.duration("backoff_max", "10s"),
                section.duration("away_after", "5s"),
                section.duration("late_after", "60s"),
                section.bytes("waiting", "64MB"));
        if (config.silence.isZero()) {
            section.reject("silence", "must be longer than nothing");
        }
        if (config.backoffMin.isZero() || config.backoffMin.compareTo(config.backoffMax) > 0) {
            section.reject("backoff_min", "must be longer than nothing and no longer than backoff_max");
        }
        return config;
    }
}
