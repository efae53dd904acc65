package org.eventcenter.live;

import java.util.Optional;
import org.eventcenter.feed.FeedToken;

/** A watcher that waits for its catch-up: all that came after {@code after}, or a snapshot when that is empty. */
record Joining(Watcher watcher, Optional<FeedToken> after) {}
