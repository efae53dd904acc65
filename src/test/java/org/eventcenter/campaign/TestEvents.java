package org.eventcenter.campaign;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events and people for tests: two hours long, an hour old, on two wikis. */
public final class TestEvents {
    private TestEvents() {}

    public static NewEvent draft(String slug, @Nullable Integer capacity) {
        var hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        return new NewEvent(
                slug,
                "Rivers of the north",
                "",
                EventStatus.PUBLISHED,
                false,
                hour.minus(1, ChronoUnit.HOURS),
                hour.plus(2, ChronoUnit.HOURS),
                ZoneOffset.UTC,
                null,
                null,
                capacity,
                List.of("enwiki", "frwiki"),
                List.of(0, 4),
                List.of(),
                null);
    }

    public static CampaignEvent create(Pool pool, NewEvent wanted) throws Exception {
        return new CampaignStore(pool).create(wanted).await(10, SECONDS).orElseThrow();
    }

    /** People "Person 1" and so on; their account ids are in the order of their numbers. */
    public static List<Long> people(Pool pool, int count) throws Exception {
        var rows = pool.preparedQuery("""
                        insert into account (central_id, name, canonical_name)
                        select 1000 + i, 'Person ' || i, 'Person ' || i from generate_series(1, $1) i
                        returning account_id""").execute(Tuple.of(count)).await(10, SECONDS);
        return rows.stream().map(row -> row.getLong(0)).sorted().toList();
    }
}
