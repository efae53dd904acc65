package org.eventcenter.live;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.eventcenter.feed.FeedMove;

/** Everything that can happen to an event, in any order. */
final class RandomChanges {
    private static final int PAGES = 20;
    private static final int MINUTES = 70;

    private final Random random;
    private final TestEvent event;
    private final List<Long> people;
    /** Whose name has changed at the wiki, and on no line yet. */
    private final Queue<Long> renamed = new ArrayDeque<>();

    /** At most 45 people, so that all of them fit into a list. */
    RandomChanges(Random random, TestEvent event, List<Long> people) {
        this.random = random;
        this.event = event;
        this.people = people;
    }

    @CanIgnoreReturnValue
    FeedMove next() throws SQLException {
        if (!renamed.isEmpty()) {
            return event.renamed(renamed.remove());
        }
        var one = someone();
        return switch (random.nextInt(32)) {
            case 0, 1, 2, 3, 4 -> event.join(one, random.nextInt(3) == 0);
            case 5, 6 -> event.takeBack(one, random.nextBoolean() ? "private" : "cancelled");
            case 7, 8 -> event.goPublic(one);
            case 9 -> event.showName(one, random.nextBoolean());
            case 10, 11, 12, 13 -> event.revert(1 + random.nextLong(event.lastRevision() + 1), random.nextBoolean());
            case 14 -> event.goal(1 + random.nextInt(1000));
            case 15 -> event.status(random.nextInt(4) == 0 ? "cancelled" : "published");
            case 16 -> event.edits(one, page(), random.nextInt(MINUTES), 30 + random.nextInt(200));
            case 17, 18 -> swapNames(one, someone());
            default -> event.edits(one, page(), random.nextInt(MINUTES), 1 + random.nextInt(3));
        };
    }

    private FeedMove swapNames(long one, long other) throws SQLException {
        event.swapNames(one, other);
        renamed.add(other);
        return event.renamed(one);
    }

    private long someone() {
        return people.get(random.nextInt(people.size()));
    }

    private String page() {
        return "Page " + random.nextInt(PAGES);
    }
}
