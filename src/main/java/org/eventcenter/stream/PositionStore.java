package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps how far each topic is done. Writing is fenced: it fails with {@link LeaseLost} once another node reads the
 * stream, and never moves a position back.
 */
public final class PositionStore {
    /** A topic that was never read begins before now, by the database's clock. */
    private static final String STORED_OR_FIRST = """
            select asked.topic, coalesce(s.at, clock_timestamp() - make_interval(secs => $2)) as at
            from unnest($1::text[]) asked (topic) left join stream_position s using (topic)
            """;

    private static final String MOVE = "select stream_position_move($1, $2, $3)";

    private final Pool pool;

    public PositionStore(Pool pool) {
        this.pool = pool;
    }

    /** Where to begin; the position of a topic that was never read is written before it is given. */
    Future<Map<String, Instant>> open(long epoch, Collection<String> topics, Duration firstPosition) {
        var parameters = Tuple.of(topics.toArray(String[]::new), firstPosition.toMillis() / 1_000.0);
        return pool.preparedQuery(STORED_OR_FIRST)
                .execute(parameters)
                .map(PositionStore::positions)
                .compose(positions -> move(epoch, positions).map(positions));
    }

    Future<Void> move(long epoch, Map<String, Instant> positions) {
        var topics = positions.keySet().toArray(String[]::new);
        var times = positions.values().stream()
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(epoch, topics, times))
                .recover(LeaseLost::named)
                .mapEmpty();
    }

    private static Map<String, Instant> positions(RowSet<Row> rows) {
        var positions = new HashMap<String, Instant>();
        rows.forEach(row -> positions.put(
                row.getString("topic"), row.getOffsetDateTime("at").toInstant()));
        return positions;
    }
}
