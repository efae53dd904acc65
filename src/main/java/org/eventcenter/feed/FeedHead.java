package org.eventcenter.feed;

/** Where a feed stands; nothing at or before {@code withdrawnSeq} may come from a cache. */
public record FeedHead(Feed feed, FeedToken token, long withdrawnSeq) {}
