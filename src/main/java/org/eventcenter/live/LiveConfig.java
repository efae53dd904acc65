package org.eventcenter.live;

import java.time.Duration;
import java.util.Map;
import org.eventcenter.config.Section;

/**
 * The intervals and bounds of the live channel.
 *
 * @param frameEvery at most one frame of entries in this time, for each pace
 * @param pingEvery how often a socket hears from us although nothing happens, for each pace
 * @param headsEvery how often the heads of all watched feeds are compared
 * @param readEvery a feed is read at most once in this time
 * @param trustHeadsFor heads older than this prove nothing: no cache, no bytes before they were read again
 * @param staleAfter so long without the database, and screens are told that what they show is old
 * @param helloWithin a socket that has not said hello by then is closed
 * @param drainWithin a socket that has taken nothing for so long is closed
 * @param catchUpPause after a catch-up of a slow socket, the least time until the next; doubles up to the longest
 * @param catchUpPauseLongest the longest of those
 * @param rightsEvery how often those who watch an organizers' feed are asked for their right again
 * @param feedsPerSocket how many feeds one hello may name
 * @param socketsPerSession how many sockets one signed-in session may hold on a node
 * @param frameBytes the largest frame, in bytes of UTF-8; lists are cut to fit
 * @param resumeEntries how many entries a resume brings at most, before it is a snapshot
 * @param closeWithin at a stop, browsers are told to come back at a moment within this time
 */
public record LiveConfig(
        Map<Pace, Duration> frameEvery,
        Map<Pace, Duration> pingEvery,
        Duration headsEvery,
        Duration readEvery,
        Duration trustHeadsFor,
        Duration staleAfter,
        Duration helloWithin,
        Duration drainWithin,
        Duration catchUpPause,
        Duration catchUpPauseLongest,
        Duration rightsEvery,
        int feedsPerSocket,
        int socketsPerSession,
        int frameBytes,
        int resumeEntries,
        Duration closeWithin) {

    public static LiveConfig from(Section section) {
        return new LiveConfig(
                Map.of(
                        Pace.SCREEN, section.duration("screen_frame_every", "1s"),
                        Pace.PHONE, section.duration("phone_frame_every", "2s"),
                        Pace.ORGANIZER, section.duration("organizer_frame_every", "250ms")),
                Map.of(
                        Pace.SCREEN, section.duration("screen_ping_every", "5s"),
                        Pace.PHONE, section.duration("phone_ping_every", "20s"),
                        Pace.ORGANIZER, section.duration("organizer_ping_every", "5s")),
                section.duration("heads_every", "1s"),
                section.duration("read_every", "50ms"),
                section.duration("trust_heads_for", "3s"),
                section.duration("stale_after", "5s"),
                section.duration("hello_within", "5s"),
                section.duration("drain_within", "30s"),
                section.duration("catch_up_pause", "2s"),
                section.duration("catch_up_pause_longest", "30s"),
                section.duration("rights_every", "1500ms"),
                section.number("feeds_per_socket", 8, 1, 100),
                section.number("sockets_per_session", 32, 1, 10_000),
                (int) section.bytes("frame_bytes", "32KiB"),
                section.number("resume_entries", 200, 1, 10_000),
                section.duration("close_within", "5s"));
    }

    long frameNanos(Pace pace) {
        return frameEvery.get(pace).toNanos();
    }

    long pingMillis(Pace pace) {
        return pingEvery.get(pace).toMillis();
    }
}
