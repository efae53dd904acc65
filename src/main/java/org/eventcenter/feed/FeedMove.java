package org.eventcenter.feed;

import io.vertx.sqlclient.Row;

/** Where both feeds of an event stand after a change of it: what every SQL function that changes an event returns. */
public record FeedMove(long eventId, FeedToken organizers, FeedToken publicFeed) {

    /** Reads the columns that the SQL function {@code feed_tokens} gives. */
    public static FeedMove of(long eventId, Row row) {
        return new FeedMove(
                eventId,
                new FeedToken(row.getString("o_org_epoch"), row.getLong("o_org")),
                new FeedToken(row.getString("o_pub_epoch"), row.getLong("o_pub")));
    }
}
