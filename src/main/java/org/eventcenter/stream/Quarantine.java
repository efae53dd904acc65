package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps what could not be read or recorded, shortened, for the operator. */
public final class Quarantine {
    private static final int LONGEST_BODY = 8_192;
    private static final String KEEP = """
            insert into quarantine (topic, event_id, sqlstate, reason, body) values ($1, $2, $3, $4, $5)
            """;

    private final Pool pool;

    public Quarantine(Pool pool) {
        this.pool = pool;
    }

    /**
     * One item of it.
     *
     * @param eventId of the campaign event whose row it would have been; null when it was never read that far
     * @param sqlState why the database refused it; 22000 for what could not be read at all
     */
    public record Item(@Nullable String topic, @Nullable Long eventId, String sqlState, String reason, String body) {}

    /** Completes when it is committed. */
    public Future<Void> keep(Item item) {
        var parameters = Tuple.of(
                item.topic() == null ? null : storable(item.topic()),
                item.eventId(),
                item.sqlState(),
                storable(item.reason()),
                storable(item.body()));
        return pool.preparedQuery(KEEP).execute(parameters).mapEmpty();
    }

    /** PostgreSQL's text holds no NUL; what is cut in the middle of a character ends in a replacement character. */
    private static String storable(String text) {
        var bytes = text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_BODY
                ? new String(bytes, StandardCharsets.UTF_8)
                : new String(Arrays.copyOf(bytes, LONGEST_BODY - 3), StandardCharsets.UTF_8);
    }
}
