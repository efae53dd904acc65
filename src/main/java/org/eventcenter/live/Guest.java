package org.eventcenter.live;

import io.vertx.core.Future;
import java.util.Optional;
import org.eventcenter.feed.Feed;

/** Who is at the other end of a socket. */
interface Guest {
    /** One socket more; false when it is one too many. */
    boolean enter();

    /** One socket less: called once for each {@link #enter}. */
    void leave();

    /** Whether this feed is for them now; asked at a hello, and again and again while the feed is not everybody's. */
    Future<Admission> admit(FeedName name);

    /** Whether anybody may watch this feed now; false for one that does not exist. */
    Future<Boolean> isForEverybody(FeedName name);

    /**
     * The answer at the door.
     *
     * @param feed empty when the socket is closed instead
     * @param otherwise why
     */
    record Admission(Optional<Feed> feed, CloseReason otherwise) {
        static Admission to(Feed feed) {
            return new Admission(Optional.of(feed), CloseReason.UNKNOWN);
        }

        static Admission refused(CloseReason why) {
            return new Admission(Optional.empty(), why);
        }
    }
}
