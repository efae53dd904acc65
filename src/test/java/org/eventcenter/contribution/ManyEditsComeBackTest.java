package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.UUID;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.registration.ChangesConfig;
import org.eventcenter.registration.DeskConfig;
import org.eventcenter.registration.JoinOutcome;
import org.eventcenter.registration.JoinRequest;
import org.eventcenter.registration.RegistrationChanges;
import org.eventcenter.registration.RegistrationDesk;
import org.eventcenter.registration.RegistrationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class ManyEditsComeBackTest {
    private static final int EDITS = 10_000;
    private static final DeskConfig PATIENT = new DeskConfig(
            Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(50), Duration.ofSeconds(1));

    @Test
    void who_comes_back_with_more_edits_than_the_fast_pool_has_time_for_is_in_and_all_count(Vertx vertx)
            throws Exception {
        var url = TestPostgres.createWithAllTables().url();
        var fast = pool(vertx, url, "100ms");
        var slow = pool(vertx, url, "60s");
        var event = TestEvents.create(slow, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(slow, 1).get(0);
        var store = new RegistrationStore(fast, slow);
        var bells = new Doorbells(new Bus(vertx));
        var desk = new RegistrationDesk(vertx, store, (id, accounts) -> Future.succeededFuture(), bells, PATIENT);
        desk.join(event, request(person)).await(60, SECONDS);
        record(slow);
        new RegistrationChanges(vertx, store, bells, ChangesConfig.standard())
                .cancel(event, person)
                .await(60, SECONDS);
        assertThat(publicEdits(slow)).isZero();

        var back = desk.join(event, request(person)).await(60, SECONDS);

        assertThat(back.outcome()).isEqualTo(JoinOutcome.JOINED);
        assertThat(publicEdits(slow)).isEqualTo(EDITS);
        Future.join(fast.close(), slow.close()).await(5, SECONDS);
    }

    private static Pool pool(Vertx vertx, String url, String timeout) {
        var options = PgConnectOptions.fromUri(url).addProperty("statement_timeout", timeout);
        return PgBuilder.pool().connectingTo(options).using(vertx).build();
    }

    private static JoinRequest request(long person) {
        return new JoinRequest(UUID.randomUUID(), person, false, false, false);
    }

    private static void record(Pool pool) throws Exception {
        pool.query("select lease_take('stream', 'test', 600)").execute().await(60, SECONDS);
        for (int from = 1; from <= EDITS; from += 2_000) {
            pool.query("""
                            select contribution_record(1, 1, 1, array_agg(1::bigint), array_agg('enwiki'::text),
                                array_agg(i::bigint), array_agg(i::bigint), array_agg(0), array_agg('T' || i),
                                array_agg('edit'::text), array_agg(false), array_agg(10), array_agg(now()),
                                array_agg(true))
                            from generate_series(%d, %d) i""".formatted(from, from + 1_999)).execute().await(60, SECONDS);
        }
    }

    private static long publicEdits(Pool pool) throws Exception {
        return pool.query("select edits from feed where audience = 2")
                .execute()
                .await(60, SECONDS)
                .iterator()
                .next()
                .getLong(0);
    }
}
