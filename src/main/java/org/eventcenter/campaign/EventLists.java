package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The public lists, paged by key: what ends next, what starts next, what ended last. */
final class EventLists {
    private static final String ONGOING = """
            select * from event
            where status <> 'draft' and not test and starts_at <= $1 and ends_at > $1 and (ends_at, event_id) > ($2, $3)
            order by ends_at, event_id limit $4""";
    private static final String UPCOMING = """
            select * from event
            where status <> 'draft' and not test and starts_at > $1 and (starts_at, event_id) > ($2, $3)
            order by starts_at, event_id limit $4""";
    private static final String PAST = """
            select * from event
            where status <> 'draft' and not test and ends_at <= $1 and (ends_at, event_id) < ($2, $3)
            order by ends_at desc, event_id desc limit $4""";

    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");

    private final Pool pool;

    EventLists(Pool pool) {
        this.pool = pool;
    }

    Future<EventPage> page(EventPhase phase, Instant now, @Nullable EventCursor after, int size) {
        var from = after == null ? start(phase) : after;
        var parameters =
                Tuple.of(now.atOffset(ZoneOffset.UTC), from.at().atOffset(ZoneOffset.UTC), from.eventId(), size + 1);
        return pool.preparedQuery(sql(phase)).execute(parameters).map(rows -> page(phase, rows, size));
    }

    private static String sql(EventPhase phase) {
        return switch (phase) {
            case ONGOING -> ONGOING;
            case UPCOMING -> UPCOMING;
            case PAST -> PAST;
        };
    }

    private static EventCursor start(EventPhase phase) {
        return phase == EventPhase.PAST ? new EventCursor(AFTER_ALL, 0) : new EventCursor(BEFORE_ALL, 0);
    }

    /** One row more than asked says that there is a next page. */
    private static EventPage page(EventPhase phase, RowSet<Row> rows, int size) {
        var read = rows.stream().map(EventRow::read).toList();
        if (read.size() <= size) {
            return new EventPage(read, null);
        }
        var last = read.get(size - 1);
        var at = phase == EventPhase.UPCOMING ? last.startsAt() : last.endsAt();
        return new EventPage(read.subList(0, size), new EventCursor(at, last.eventId()));
    }
}
