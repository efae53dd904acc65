package org.eventcenter.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;

/**
 * The articles of an event that the public may count, in the order of their first edit: the places of the room screen's
 * field. No private person's edit takes part, not even in the order.
 */
public final class ArticleStore {
    /** Of one moment: the newest number of the public feed, and [wiki, key of the page, bytes added, new] each. */
    private static final String ARTICLES = """
            select f.last_seq as seq, (
                select coalesce(json_agg(json_build_array(wiki, page_key, bytes, is_new) order by first_seq), '[]')
                from (
                    select wiki, page_key, sum(greatest(delta, 0)) as bytes, bool_or(kind = 'create') as is_new,
                        min(org_seq) as first_seq
                    from contribution
                    where event_id = $1 and counts_public
                    group by wiki, page_key
                    order by first_seq
                    limit 10000) page) as articles
            from feed f
            where f.event_id = $1 and f.audience = 2""";

    private final Pool pool;

    /** Many screens may come back at once; a second later is soon enough for all. */
    private final Cache<Long, Future<JsonObject>> justRead = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    public ArticleStore(Pool pool) {
        this.pool = pool;
    }

    /** An object with {@code seq} and {@code articles}. Fails when the database is away. */
    Future<JsonObject> articles(long eventId) {
        return justRead.get(
                eventId,
                id -> pool.preparedQuery(ARTICLES)
                        .execute(Tuple.of(id))
                        .map(rows -> rows.iterator().next().toJson()));
    }
}
