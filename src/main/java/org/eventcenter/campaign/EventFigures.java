package org.eventcenter.campaign;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the public feed says of an event, for a page as it is before any script runs.
 *
 * @param edits the latest first, by when they were made
 * @param names of people who agreed to be named, newest first
 */
public record EventFigures(Map<GoalMetric, Long> totals, List<Goal> goals, List<Edit> edits, List<String> names) {
    private static final int SHOWN_NAMES = 24;

    /**
     * An edit as a page lists it.
     *
     * @param name of who made it, if that person agreed; null otherwise
     */
    public record Edit(
            String wiki,
            String title,
            boolean isNew,
            @Nullable String name,
            Instant at) {}

    /** From {@code FeedStore.snapshot} of the public feed. */
    public static EventFigures ofSnapshot(JsonObject snapshot) {
        var state = snapshot.getJsonObject("state");
        return new EventFigures(
                totals(state.getJsonObject("totals")),
                goals(state.getJsonArray("goals", new JsonArray())),
                newestFirst(state.getJsonArray("edits", new JsonArray()))
                        .map(EventFigures::edit)
                        .sorted(Comparator.comparing(Edit::at).reversed())
                        .toList(),
                newestFirst(state.getJsonArray("people", new JsonArray()))
                        .flatMap(person -> Optional.ofNullable(person.getString("name")).stream())
                        .toList());
    }

    /** For lists: no edits, no names. */
    public static EventFigures ofTotals(JsonObject totals, List<Goal> goals) {
        return new EventFigures(totals(totals), goals, List.of(), List.of());
    }

    private static Map<GoalMetric, Long> totals(JsonObject totals) {
        return Stream.of(GoalMetric.values())
                .collect(Collectors.toUnmodifiableMap(metric -> metric, metric -> totals.getLong(metric.word(), 0L)));
    }

    private static List<Goal> goals(JsonArray goals) {
        return IntStream.range(0, goals.size())
                .mapToObj(goals::getJsonArray)
                .map(goal -> new Goal(
                        goal.getInteger(0), GoalMetric.of(goal.getString(1)).orElseThrow(), goal.getLong(2)))
                .toList();
    }

    private static Stream<JsonObject> newestFirst(JsonArray oldestFirst) {
        var lines = new ArrayList<JsonObject>();
        oldestFirst.forEach(line -> lines.add((JsonObject) line));
        Collections.reverse(lines);
        return lines.stream();
    }

    private static Edit edit(JsonObject line) {
        return new Edit(
                line.getString("wiki"),
                line.getString("title"),
                line.getBoolean("new", false),
                line.getString("name"),
                Instant.ofEpochSecond(line.getLong("at", 0L)));
    }

    public long total(GoalMetric metric) {
        return totals.getOrDefault(metric, 0L);
    }

    /** The one that the flower shows. */
    public Optional<Goal> mainGoal() {
        return goals.stream().findFirst();
    }

    public List<Goal> otherGoals() {
        return goals.stream().skip(1).toList();
    }

    /** Names that a page shows, and how many people take part publicly besides them. */
    public List<String> shownNames() {
        return names.stream().limit(SHOWN_NAMES).toList();
    }

    public long furtherPeople() {
        return Math.max(0, total(GoalMetric.PARTICIPANTS) - shownNames().size());
    }
}
