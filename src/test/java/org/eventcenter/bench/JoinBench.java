package org.eventcenter.bench;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.registration.DeskConfig;
import org.eventcenter.registration.RegistrationDesk;
import org.eventcenter.registration.RegistrationStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins a second by one desk, beside pgbench's single-row inserts by 8 clients into the same server, in turn in one run:
 * {@code mvn test -Dtest=JoinBench -Dtest.excluded=none}. Needs pgbench (Debian: postgresql-contrib).
 */
@Tag("soak")
@Timeout(600)
@ExtendWith(VertxExtension.class)
class JoinBench {
    private static final Logger log = LoggerFactory.getLogger(JoinBench.class);
    private static final int ROUNDS = 5;
    private static final int SECONDS_EACH = Integer.getInteger("bench.seconds", 5);

    @Test
    void joins_a_second_beside_single_row_inserts(Vertx vertx) throws Exception {
        var program = Pgbench.find();
        assertThat(program).as("pgbench (Debian: postgresql-contrib)").isPresent();
        var database = TestPostgres.createWithAllTables();
        var pgbench = Pgbench.in(program.get(), database.address());
        var pool = PgBuilder.pool().connectingTo(database.url()).using(vertx).build();
        var rush = rush(vertx, pool);
        rush.run(SECONDS_EACH);

        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double inserts = pgbench.insertsPerSecond(SECONDS_EACH);
            var joins = rush.run(SECONDS_EACH);
            ratios.add(joins.joinsPerSecond() / inserts);
            log.info(
                    "{} inserts/s, {} joins/s, p99 {} ms, ratio {}",
                    Math.round(inserts),
                    Math.round(joins.joinsPerSecond()),
                    joins.p99Millis(),
                    ratios.get(round));
        }
        log.info("Median ratio {} of {}", median(ratios), ratios);
        pool.close().await(5, SECONDS);

        assertThat(median(ratios)).isGreaterThan(0.6);
    }

    private static JoinRush rush(Vertx vertx, Pool pool) throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rush", null)).eventId();
        var store = new RegistrationStore(pool, pool);
        var desk = new RegistrationDesk(
                vertx,
                store,
                (eventId, accounts) -> Future.succeededFuture(),
                new Doorbells(new Bus(vertx)),
                DeskConfig.standard());
        return new JoinRush(desk, event);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
