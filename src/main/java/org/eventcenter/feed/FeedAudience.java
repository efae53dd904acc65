package org.eventcenter.feed;

/** Who a feed is for. The number is the one in the table. */
public enum FeedAudience {
    ORGANIZERS(1),
    PUBLIC(2);

    private final int number;

    FeedAudience(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** As in the name of a feed: {@code event/<slug>/public}. */
    public String word() {
        return this == ORGANIZERS ? "organizers" : "public";
    }

    public static FeedAudience of(int number) {
        return switch (number) {
            case 1 -> ORGANIZERS;
            case 2 -> PUBLIC;
            default -> throw new IllegalArgumentException("no audience " + number);
        };
    }
}
