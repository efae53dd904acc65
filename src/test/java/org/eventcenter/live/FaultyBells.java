package org.eventcenter.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eventcenter.feed.FeedMove;
import org.eventcenter.feed.FeedToken;

/** An event bus at its worst: bells are lost, ring twice, late, in another order, and some are forged. */
final class FaultyBells {
    private final Random random;
    private final TestHub hub;
    private final List<FeedMove> held = new ArrayList<>();

    FaultyBells(Random random, TestHub hub) {
        this.random = random;
        this.hub = hub;
    }

    void ring(FeedMove move) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                // lost
            }
            case 3, 4 -> {
                hub.ring(move);
                hub.ring(move);
            }
            case 5, 6 -> held.add(move);
            case 7 -> hub.ring(forged(move));
            default -> hub.ring(move);
        }
        if (held.size() > 4) {
            Collections.shuffle(held, random);
            held.forEach(hub::ring);
            held.clear();
        }
    }

    private FeedMove forged(FeedMove move) {
        var future = new FeedToken(move.publicFeed().epoch(), move.publicFeed().seq() + random.nextInt(1_000_000));
        return new FeedMove(
                move.eventId(), new FeedToken("zzzzzzzz", 3), random.nextBoolean() ? future : move.publicFeed());
    }
}
