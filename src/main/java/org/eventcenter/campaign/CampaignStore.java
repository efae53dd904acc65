package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eventcenter.feed.FeedMove;
import org.jspecify.annotations.Nullable;

/** Events in the database. Every future fails when the database is away. May be called from any thread. */
public final class CampaignStore {
    private static final String BY_SLUG = "select * from event where slug = $1";
    private static final String BY_SHORT_CODE = "select * from event where short_code = $1";
    private static final String BY_IDS = "select * from event where event_id = any ($1) order by starts_at, event_id";
    private static final String WIKIS = "select wiki, namespaces from event_wiki where event_id = $1 order by wiki";
    private static final String GOALS = "select goal, metric, target from goal where event_id = $1 order by goal";
    private static final String GOALS_OF_MANY =
            "select event_id, goal, metric, target from goal where event_id = any ($1) order by event_id, goal";
    private static final String SET_STATUS = "select * from event_status($1, $2)";

    private final Pool pool;
    private final EventCreation creation;
    private final EventLists lists;

    public CampaignStore(Pool pool) {
        this.pool = pool;
        this.creation = new EventCreation(pool);
        this.lists = new EventLists(pool);
    }

    /** Creates an event without {@link NewEvent#mistakes()}. Empty: the slug is taken. */
    public Future<Optional<CampaignEvent>> create(NewEvent wanted) {
        return creation.create(wanted);
    }

    /** Public events of a phase: ongoing by end, upcoming by start, past by end, newest first. */
    public Future<EventPage> list(EventPhase phase, Instant now, @Nullable EventCursor after, int size) {
        return lists.page(phase, now, after, size);
    }

    public Future<Optional<CampaignEvent>> bySlug(String slug) {
        return pool.preparedQuery(BY_SLUG).execute(Tuple.of(slug)).map(CampaignStore::first);
    }

    /** The code as it was typed, in any case. */
    public Future<Optional<CampaignEvent>> byShortCode(String code) {
        var parameters = Tuple.of(code.toLowerCase(Locale.ROOT));
        return pool.preparedQuery(BY_SHORT_CODE).execute(parameters).map(CampaignStore::first);
    }

    /** By start; those that do not exist are left out. */
    public Future<List<CampaignEvent>> byIds(Collection<Long> eventIds) {
        var parameters = Tuple.of((Object) eventIds.toArray(Long[]::new));
        return pool.preparedQuery(BY_IDS).execute(parameters).map(rows -> list(rows, EventRow::read));
    }

    public Future<List<EventWiki>> wikis(long eventId) {
        return pool.preparedQuery(WIKIS)
                .execute(Tuple.of(eventId))
                .map(rows -> list(
                        rows,
                        row -> new EventWiki(row.getString("wiki"), List.of(row.getArrayOfIntegers("namespaces")))));
    }

    public Future<List<Goal>> goals(long eventId) {
        return pool.preparedQuery(GOALS).execute(Tuple.of(eventId)).map(rows -> list(rows, CampaignStore::goal));
    }

    /** By event; those without goals are left out. */
    public Future<Map<Long, List<Goal>>> goals(Collection<Long> eventIds) {
        var parameters = Tuple.of((Object) eventIds.toArray(Long[]::new));
        return pool.preparedQuery(GOALS_OF_MANY)
                .execute(parameters)
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getLong("event_id"),
                                Collectors.mapping(CampaignStore::goal, Collectors.toList()))));
    }

    /** Where the feeds stand afterwards; the caller rings. */
    public Future<FeedMove> setStatus(long eventId, EventStatus status) {
        return pool.preparedQuery(SET_STATUS)
                .execute(Tuple.of(eventId, status.word()))
                .map(rows -> FeedMove.of(eventId, rows.iterator().next()));
    }

    private static Goal goal(Row row) {
        return new Goal(
                row.getInteger("goal"), GoalMetric.of(row.getString("metric")).orElseThrow(), row.getLong("target"));
    }

    private static Optional<CampaignEvent> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(EventRow.read(rows.iterator().next()));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return rows.stream().map(read).toList();
    }
}
