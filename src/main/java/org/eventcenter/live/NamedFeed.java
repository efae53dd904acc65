package org.eventcenter.live;

import org.eventcenter.feed.Feed;

/** A feed with the name under which browsers know it. */
public record NamedFeed(Feed feed, FeedName name) {}
