package org.eventcenter.feed;

import org.eventcenter.bus.Topic;

/** Says that a feed has a new number, and no more: who hears it reads the table. */
public record Doorbell(Feed feed, FeedToken token) {
    /** All feeds share so many addresses: with one for each event a node's start took seconds. */
    public static final int ADDRESSES = 64;

    public Topic<Doorbell> topic() {
        return topic((int) (feed.eventId() % ADDRESSES));
    }

    public static Topic<Doorbell> topic(int number) {
        return new Topic<>("feed." + number, Doorbell::write, Doorbell::read);
    }

    private static String write(Doorbell bell) {
        return bell.feed.eventId() + " " + bell.feed.audience().number() + " " + bell.token;
    }

    private static Doorbell read(String text) {
        var parts = text.split(" ", 3);
        var feed = new Feed(Long.parseLong(parts[0]), FeedAudience.of(Integer.parseInt(parts[1])));
        return new Doorbell(feed, FeedToken.parse(parts[2]).orElseThrow());
    }
}
