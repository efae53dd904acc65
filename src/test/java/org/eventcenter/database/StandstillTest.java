package org.eventcenter.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(60)
class StandstillTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void whoever_waits_fails_after_one_silence_and_whoever_comes_then_is_not_kept_waiting(Vertx vertx)
            throws Exception {
        var standstill = new Standstill(vertx, PATIENCE, Promise.promise()::future);
        var first = standstill.guard(this::silent);
        var second = standstill.guard(this::silent);

        assertThatThrownBy(() -> first.await(30, SECONDS)).isInstanceOf(StandsStill.class);
        assertThatThrownBy(() -> second.await(30, SECONDS)).isInstanceOf(StandsStill.class);
        assertThat(standstill.guard(this::silent).failed()).isTrue();
        assertThat(calls).hasValue(2);
        standstill.close();
    }

    @Test
    void one_call_that_takes_long_is_no_standstill_while_a_probe_is_answered(Vertx vertx) throws Exception {
        var answer = Promise.<String>promise();
        var standstill = new Standstill(vertx, PATIENCE, this::probe);
        var slow = standstill.guard(answer::future);

        var later = Promise.<Void>promise();
        vertx.setTimer(4 * PATIENCE.toMillis(), due -> later.complete());
        later.future().await(30, SECONDS);

        answer.complete("done");
        assertThat(slow.await(30, SECONDS)).isEqualTo("done");
        standstill.close();
    }

    @Test
    void the_first_answer_ends_it(Vertx vertx) throws Exception {
        var answer = Promise.<String>promise();
        var standstill = new Standstill(vertx, PATIENCE, Promise.promise()::future);
        var first = standstill.guard(answer::future);
        assertThatThrownBy(() -> first.await(30, SECONDS)).isInstanceOf(StandsStill.class);

        answer.complete("late");

        assertThat(standstill.guard(() -> Future.succeededFuture("soon")).await(30, SECONDS))
                .isEqualTo("soon");
        standstill.close();
    }

    @Test
    void a_database_that_was_stopped_lets_nobody_wait_and_serves_again_when_it_goes_on(Vertx vertx) throws Exception {
        var tables = TestPostgres.create(List.of());
        var proxy = CuttingProxy.before(vertx, tables);
        var config = new DatabaseConfig(Optional.empty(), 2, 1, PATIENCE, Duration.ofSeconds(30));
        var database = new Database(vertx, DatabaseAddress.parse(proxy.url()), config);
        assertThat(untilItAnswers(vertx, database).await(30, SECONDS)).isEqualTo(1);

        proxy.fallSilent();
        assertThatThrownBy(() -> one(database).await(8, SECONDS)).isInstanceOf(StandsStill.class);
        assertThat(database.slow().query("select 1").execute().failed()).isTrue();

        proxy.speakAgain();
        assertThat(untilItAnswers(vertx, database).await(30, SECONDS)).isEqualTo(1);
        database.close().await(5, SECONDS);
    }

    private Future<String> silent() {
        calls.incrementAndGet();
        return Promise.<String>promise().future();
    }

    private Future<Void> probe() {
        return Future.succeededFuture();
    }

    private static Future<Integer> one(Database database) {
        return database.fast()
                .query("select 1")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private static Future<Integer> untilItAnswers(Vertx vertx, Database database) {
        return one(database)
                .recover(failure -> vertx.timer(20, MILLISECONDS).compose(due -> untilItAnswers(vertx, database)));
    }
}
