package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.FeedMove;

/**
 * Makes the figures of events final: some time after their end, and not before the source was read past it. Any number of
 * nodes may do it at once, since the database decides under the event's lock. For any thread.
 */
public final class FinalNumbers {
    /** At most so many in one step, oldest first; the next step has the others. */
    private static final String DUE = """
            select event_id from event e
            where final_at is null and status <> 'draft' and event_can_finish(e, make_interval(secs => $1))
            order by ends_at, event_id limit 100
            """;

    private static final String FINISH = "select * from event_finish($1, make_interval(secs => $2))";

    private final Pool pool;
    private final Doorbells bells;
    private final double graceSeconds;

    public FinalNumbers(Pool pool, Doorbells bells, Duration grace) {
        this.pool = pool;
        this.bells = bells;
        this.graceSeconds = grace.toMillis() / 1000.0;
    }

    /** Completes when all that can be final is, one event after the other; fails when the database is away. */
    public Future<Void> finishDue() {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(graceSeconds))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("event_id"))
                        .toList())
                .compose(due -> finish(due.iterator()));
    }

    private Future<Void> finish(Iterator<Long> due) {
        return due.hasNext() ? finish(due.next()).compose(done -> finish(due)) : Future.succeededFuture();
    }

    private Future<Void> finish(long eventId) {
        return pool.preparedQuery(FINISH)
                .execute(Tuple.of(eventId, graceSeconds))
                .map(rows -> rows.iterator().next())
                .onSuccess(row -> ringIfDone(eventId, row))
                .mapEmpty();
    }

    private void ringIfDone(long eventId, Row row) {
        if (row.getBoolean("o_done")) {
            bells.ring(FeedMove.of(eventId, row));
        }
    }
}
