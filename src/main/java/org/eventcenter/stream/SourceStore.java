package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Keeps how the source stands, where every node can read it. May be called from any thread. */
public final class SourceStore {
    private static final String NOW = "select state, since, exact_up_to from stream_source_now()";
    private static final String TELL = "select stream_source_tell($1, $2, $3)";

    private final Pool pool;

    public SourceStore(Pool pool) {
        this.pool = pool;
    }

    /** Fails when the database is away. */
    public Future<SourceState> now() {
        return pool.preparedQuery(NOW)
                .execute()
                .map(rows -> state(rows.iterator().next()));
    }

    /** Fails with {@link LeaseLost} once another node reads the stream. */
    Future<Void> tell(long epoch, SourceState.Kind kind, @Nullable Instant exactUpTo) {
        var upTo = exactUpTo == null ? null : exactUpTo.atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(TELL)
                .execute(Tuple.of(epoch, kind.word(), upTo))
                .recover(LeaseLost::named)
                .mapEmpty();
    }

    private static SourceState state(Row row) {
        return new SourceState(
                SourceState.Kind.of(row.getString("state")), instant(row, "since"), instant(row, "exact_up_to"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
