package org.eventcenter.live;

import io.vertx.core.Future;
import java.util.Optional;
import org.eventcenter.feed.FeedToken;
import org.jspecify.annotations.Nullable;

/**
 * One feed on one socket. It belongs to the socket's event loop; the relay only carries it back there, and may ask whether
 * it is gone.
 */
final class Watcher {
    private final LiveSocket socket;
    private final NamedFeed feed;
    private final Pace pace;
    private @Nullable FeedToken seen;
    private volatile boolean gone;

    Watcher(LiveSocket socket, NamedFeed feed, Pace pace, Optional<FeedToken> after) {
        this.socket = socket;
        this.feed = feed;
        this.pace = pace;
        this.seen = after.orElse(null);
    }

    NamedFeed feed() {
        return feed;
    }

    Pace pace() {
        return pace;
    }

    LiveSocket socket() {
        return socket;
    }

    Audience audience() {
        return socket.audience();
    }

    /** False when the socket takes no more now: it was not told, and comes back by itself when it has drained. */
    boolean tell(Reading reading) {
        if (!socket.takes(this)) {
            return false;
        }
        reading.texts().forEach(socket::write);
        seen = reading.token();
        return true;
    }

    /** What it asks of the relay to be up to date. */
    Joining joining() {
        return new Joining(this, Optional.ofNullable(seen));
    }

    /** Whether anybody may watch this feed now, whoever this is. */
    Future<Boolean> isForEverybody() {
        return socket.isForEverybody(this);
    }

    /** Its socket closes when it may not watch this feed any more. */
    void askRightAgain() {
        socket.askRightAgain(this);
    }

    boolean isGone() {
        return gone;
    }

    void end() {
        gone = true;
    }
}
