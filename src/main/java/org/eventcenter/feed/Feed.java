package org.eventcenter.feed;

/** The journal of one audience of one event. */
public record Feed(long eventId, FeedAudience audience) {}
