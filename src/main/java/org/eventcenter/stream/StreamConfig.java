package org.eventcenter.stream;

import java.net.URI;
import java.time.Duration;

/**
 * How the stream is read.
 *
 * @param url where EventStreams is; {@code /v2/stream/…} is appended
 * @param edits which stream tells of edits
 * @param firstPosition how far before now a topic begins that was never read
 * @param overlap how far before its position a topic is read again after a reconnect
 * @param silence a connection without a byte for so long is dead
 * @param backoffMin the longest first pause before a reconnect
 * @param backoffMax the longest pause that repeated failures lead to
 * @param contact who runs this hub: an address or a page, as the Wikimedia User-Agent policy asks
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
        String contact,
        long waitingBytes) {

    /** The streams that tell of edits; the first knows the page, the account and the size before. */
    public enum Edits {
        PAGE_CHANGE,
        RECENTCHANGE
    }
}
