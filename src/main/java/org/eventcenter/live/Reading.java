package org.eventcenter.live;

import java.util.List;
import org.eventcenter.feed.FeedToken;

/**
 * What one read of a feed brought: the frames that lead a screen to {@code token}. The texts are shared by all sockets.
 *
 * @param reset whether the database said that it never gave the position that was read from
 */
record Reading(FeedToken token, boolean reset, List<String> texts) {
    /** Whether this shows a moment before {@code other}; positions of two epochs are not comparable, so not. */
    boolean isBefore(FeedToken other) {
        return token.epoch().equals(other.epoch()) && token.seq() < other.seq();
    }
}
