package org.eventcenter.live;

import java.time.Duration;
import org.eventcenter.config.Section;

/**
 * The intervals and bounds of the live channel.
 *
 * @param frameEvery at most one frame of entries in this time, for each pace
 * @param pingEvery how often a socket hears from us although nothing happens, for each pace
 * @param headsEvery how often the heads of all watched feeds are compared
 * @param readEvery a feed is read at most once in this time
 * @param trustHeadsFor heads older than this prove nothing: no cache, no bytes before they were read again
 * @param snapshotAge a snapshot is handed to newcomers for so long after its read began, and not a moment longer
 * @param staleAfter so long without the database, and screens are told that what they show is old
 * @param helloWithin a socket that has not said hello by then is closed
 * @param drainWithin a socket that has taken nothing for so long is closed
 * @param catchUpPause after a catch-up of a slow socket, the least time until the next; doubles up to the longest
 * @param catchUpPauseLongest the longest of those
 * @param rightsEvery how often those who watch what is not everybody's are asked for their right again
 * @param feedsPerSocket how many feeds one hello may name
 * @param socketsPerSession how many sockets one signed-in session may hold on a node
 * @param closeWithin at a stop, browsers are told to come back at a moment within this time
 */
public record LiveConfig(
        ByPace frameEvery,
        ByPace pingEvery,
        Duration headsEvery,
        Duration readEvery,
        Duration trustHeadsFor,
        Duration snapshotAge,
        Duration staleAfter,
        Duration helloWithin,
        Duration drainWithin,
        Duration catchUpPause,
        Duration catchUpPauseLongest,
        Duration rightsEvery,
        int feedsPerSocket,
        int socketsPerSession,
        Duration closeWithin) {

    public static LiveConfig from(Section section) {
        return new LiveConfig(
                new ByPace(
                        section.duration("screen_frame_every", "1s"),
                        section.duration("phone_frame_every", "2s"),
                        section.duration("organizer_frame_every", "250ms")),
                new ByPace(
                        section.duration("screen_ping_every", "5s"),
                        section.duration("phone_ping_every", "20s"),
                        section.duration("organizer_ping_every", "5s")),
                section.duration("heads_every", "1s"),
                section.duration("read_every", "50ms"),
                section.duration("trust_heads_for", "3s"),
                section.duration("snapshot_age", "1s"),
                section.duration("stale_after", "5s"),
                section.duration("hello_within", "5s"),
                section.duration("drain_within", "30s"),
                section.duration("catch_up_pause", "2s"),
                section.duration("catch_up_pause_longest", "30s"),
                section.duration("rights_every", "1500ms"),
                section.number("feeds_per_socket", 8, 1, 100),
                section.number("sockets_per_session", 32, 1, 10_000),
                section.duration("close_within", "5s"));
    }

    /** A time for each pace. */
    public record ByPace(Duration screen, Duration phone, Duration organizer) {
        Duration of(Pace pace) {
            return switch (pace) {
                case SCREEN -> screen;
                case PHONE -> phone;
                case ORGANIZER -> organizer;
            };
        }
    }
}
