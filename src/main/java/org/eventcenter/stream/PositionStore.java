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
    /**
     * A topic that was never read begins before now, by the database's clock. Which stream tells of edits is a setting:
     * one of these topics begins no later than up to where all edits were read by the other stream's topics, and need not
     * begin earlier.
     */
    private static final String STORED_OR_FIRST = """
            with other as (select min(at) as at from stream_position where topic = any ($3) having count(*) = cardinality($3))
            select asked.topic,
                case when asked.topic = any ($2) and o.at is not null then greatest(s.at, o.at)
                    else coalesce(s.at, clock_timestamp() - make_interval(secs => $4)) end as at
            from unnest($1::text[]) asked (topic) left join stream_position s using (topic) left join other o on true
            """;

    private static final String MOVE = "select stream_position_move($1, $2, $3)";

    private final Pool pool;

    public PositionStore(Pool pool) {
        this.pool = pool;
    }

    /** Where to begin; the position of a topic that was never read is written before it is given. */
    Future<Map<String, Instant>> open(long epoch, StreamConfig.Edits edits, Duration firstPosition) {
        var parameters = Tuple.of(
                array(Streams.topics(edits)),
                array(Streams.editTopics(edits)),
                array(Streams.editTopics(edits.other())),
                firstPosition.toMillis() / 1_000.0);
        return pool.preparedQuery(STORED_OR_FIRST)
                .execute(parameters)
                .map(PositionStore::positions)
                .compose(positions -> move(epoch, positions).map(positions));
    }

    private static String[] array(Collection<String> topics) {
        return topics.toArray(String[]::new);
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
