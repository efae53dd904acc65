package org.eventcenter.feed;

import org.eventcenter.bus.Bus;

/** Rings after a commit, so that every node reads what is new. Nothing depends on its being heard. */
public final class Doorbells {
    private final Bus bus;

    public Doorbells(Bus bus) {
        this.bus = bus;
    }

    /** Never throws: it rings after the answer is out. */
    public void ring(FeedMove move) {
        ring(new Doorbell(new Feed(move.eventId(), FeedAudience.ORGANIZERS), move.organizers()));
        ring(new Doorbell(new Feed(move.eventId(), FeedAudience.PUBLIC), move.publicFeed()));
    }

    private void ring(Doorbell bell) {
        bus.publish(bell.topic(), bell);
    }
}
