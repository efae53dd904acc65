package org.eventcenter.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DatabaseClockTest {
    private static final Instant WRONG = Instant.parse("2001-02-03T04:05:06Z");

    @Test
    void it_is_the_databases_time_once_it_was_asked_and_goes_on_with_the_monotonic_clock(Vertx vertx) throws Exception {
        var pool = PgBuilder.pool()
                .connectingTo(TestPostgres.create(List.of()).url())
                .using(vertx)
                .build();
        var nanos = new AtomicLong();
        var clock = new DatabaseClock(pool, nanos::get, InstantSource.fixed(WRONG));
        assertThat(clock.instant()).isEqualTo(WRONG);
        while (clock.instant().equals(WRONG)) {
            Thread.onSpinWait();
        }

        var asked = clock.instant();
        nanos.addAndGet(SECONDS.toNanos(5));

        assertThat(asked).isAfter(WRONG.plus(Duration.ofDays(365)));
        assertThat(clock.instant()).isEqualTo(asked.plusSeconds(5));
        pool.close().await(5, SECONDS);
    }
}
