package org.eventcenter.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that somebody wants to create. Goals are numbered in the order in which they stand.
 *
 * @param namespaces those in which edits count, on each of the wikis
 * @param ownerAccountId who may do everything with it; null: nobody but operators
 */
public record NewEvent(
        String slug,
        String name,
        String description,
        EventStatus status,
        boolean test,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer capacity,
        List<String> wikis,
        List<Integer> namespaces,
        List<GoalTarget> goals,
        @Nullable Long ownerAccountId) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int MOST_WIKIS = 50;
    private static final int MOST_GOALS = 7;
    private static final Duration LONGEST = Duration.ofDays(20 * 366);

    /** Browsers do not know the zone {@code Z}; they do know it as UTC. */
    public NewEvent {
        if (timeZone.equals(ZoneOffset.UTC)) {
            timeZone = ZoneId.of("UTC");
        }
    }

    /** What a goal is about and how much of it. */
    public record GoalTarget(GoalMetric metric, long target) {}

    /** All that is wrong with it, so that a form can say it at once; empty: it can be created. */
    public List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        Slug.check(slug).ifPresent(mistake -> mistakes.add(Mistake.of(mistake)));
        add(mistakes, Mistake.NAME, name.isBlank() || characters(name) > LONGEST_NAME);
        add(mistakes, Mistake.DESCRIPTION, characters(description) > LONGEST_DESCRIPTION);
        add(
                mistakes,
                Mistake.WINDOW,
                !startsAt.isBefore(endsAt) || startsAt.plus(LONGEST).isBefore(endsAt));
        add(mistakes, Mistake.WHOLE_SECONDS, !isWhole(startsAt) || !isWhole(endsAt));
        add(mistakes, Mistake.JOINING, opensAt != null && !opensAt.isBefore(joiningEnds()));
        add(mistakes, Mistake.CAPACITY, capacity != null && capacity < 1);
        add(mistakes, Mistake.WIKIS, wikis.isEmpty() || wikis.size() > MOST_WIKIS || hasRepeats(wikis));
        add(mistakes, Mistake.NAMESPACES, namespaces.isEmpty() || namespaces.size() > MOST_WIKIS);
        add(mistakes, Mistake.GOALS, goals.size() > MOST_GOALS || goals.stream().anyMatch(goal -> goal.target < 1));
        return mistakes;
    }

    private Instant joiningEnds() {
        return closesAt == null || endsAt.isBefore(closesAt) ? endsAt : closesAt;
    }

    /** As people count them: an emoji is one. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void add(List<Mistake> mistakes, Mistake mistake, boolean holds) {
        if (holds) {
            mistakes.add(mistake);
        }
    }

    private static boolean isWhole(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).equals(time);
    }

    private static boolean hasRepeats(List<String> values) {
        return values.stream().distinct().count() < values.size();
    }

    /** What can be wrong, and in which field. */
    public enum Mistake {
        SLUG_LENGTH("slug"),
        SLUG_CHARACTERS("slug"),
        SLUG_RESERVED("slug"),
        /** Empty, or longer than 200 characters. */
        NAME("name"),
        /** Longer than 10,000 characters. */
        DESCRIPTION("description"),
        /** The end is not after the start, or more than 20 years after it. */
        WINDOW("endsAt"),
        /** Start or end has a fraction of a second. */
        WHOLE_SECONDS("startsAt"),
        /** Joining would end, by its own time or with the event, before it begins. */
        JOINING("opensAt"),
        /** Below 1. */
        CAPACITY("capacity"),
        /** None, more than 50, or one twice. */
        WIKIS("wikis"),
        /** None, or more than 50. */
        NAMESPACES("namespaces"),
        /** More than 7, or a target below 1. */
        GOALS("goals");

        private final String field;

        Mistake(String field) {
            this.field = field;
        }

        /** Its name in the API and in forms. */
        public String field() {
            return field;
        }

        private static Mistake of(Slug.Mistake mistake) {
            return switch (mistake) {
                case LENGTH -> SLUG_LENGTH;
                case CHARACTERS -> SLUG_CHARACTERS;
                case RESERVED -> SLUG_RESERVED;
            };
        }
    }
}
