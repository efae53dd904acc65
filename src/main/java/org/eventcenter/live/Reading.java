package org.eventcenter.live;

import java.util.List;
import org.eventcenter.feed.FeedToken;

/**
 * What one read of a feed brought: the frames that lead a screen to {@code token}. The texts are shared by all sockets.
 *
 * @param reset whether the database said that it never gave the position that was read from
 * @param begunNanos when, by the node's monotonic clock, the read began: what it shows is of then or later
 */
record Reading(FeedToken token, boolean reset, List<String> texts, long begunNanos) {
    /** Whether this shows a moment before {@code other}; positions of two epochs are not comparable, so not. */
    boolean isBefore(FeedToken other) {
        return isOfEpoch(other) && token.seq() < other.seq();
    }

    /** Whether this shows all that the feed had at {@code other}. */
    boolean covers(FeedToken other) {
        return isOfEpoch(other) && token.seq() >= other.seq();
    }

    boolean isOfEpoch(FeedToken other) {
        return token.epoch().equals(other.epoch());
    }
}
