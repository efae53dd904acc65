package org.eventcenter.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.module.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
class DatabaseTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final String CANCELLED = "57014";
    private static final DatabaseConfig CONFIG =
            new DatabaseConfig(Optional.empty(), 2, 1, Duration.ofSeconds(2), Duration.ofSeconds(30));

    private final TestDatabase tables = TestPostgres.create(List.of());

    @Test
    void the_server_ends_what_takes_too_long_at_the_fast_door_alone(Vertx vertx) throws Exception {
        var database = new Database(vertx, tables.address(), CONFIG);

        assertThat(failure(database.fast().query("select pg_sleep(10)").execute()))
                .isInstanceOfSatisfying(
                        PgException.class,
                        ended -> assertThat(ended.getSqlState()).isEqualTo(CANCELLED));
        assertThat(number(database.slow(), "select 1 from pg_sleep(2.2)")).isEqualTo(1);
        database.close().await(5, SECONDS);
    }

    @Test
    void a_transaction_that_waits_for_its_client_is_ended_and_its_locks_with_it(Vertx vertx) throws Exception {
        var database = new Database(vertx, tables.address(), CONFIG);
        number(database.slow(), "create table held (id int); insert into held values (1); select 1");
        var thinking = database.connect().await(5, SECONDS);
        thinking.query("begin").execute().await(5, SECONDS);
        thinking.query("update held set id = 2").execute().await(5, SECONDS);

        assertThat(number(database.slow(), "update held set id = id + 2 returning id"))
                .isEqualTo(3);
        database.close().await(5, SECONDS);
    }

    @Test
    void a_connection_that_was_cut_is_followed_by_another(Vertx vertx) throws Exception {
        var database = new Database(vertx, tables.address(), CONFIG);
        var first = number(database.fast(), "select pg_backend_pid()");

        number(database.slow(), "select pg_terminate_backend(" + first + ")::int");

        assertThat(number(database.slow(), "select pg_backend_pid()")).isNotEqualTo(first);
        assertThat(recovered(database.fast())).isNotEqualTo(first);
        database.close().await(5, SECONDS);
    }

    @Test
    void a_server_as_it_comes_is_accepted() {
        assertThatCode(() -> ServerCheck.run(tables.jdbc(), tables.address())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "default_transaction_isolation,serializable,read committed",
        "default_transaction_read_only,on,off",
    })
    void a_server_on_which_the_promises_would_not_hold_is_refused(String setting, String value, String wanted)
            throws SQLException {
        try (var connection = tables.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "alter database " + tables.address().database() + " set " + setting + " = '" + value + "'");
        }

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> ServerCheck.run(tables.jdbc(), tables.address()))
                .withMessageContaining(" = " + value + "; Event Center needs " + wanted);
    }

    @CanIgnoreReturnValue
    private static int number(Pool pool, String sql) throws Exception {
        var rows = pool.query(sql).execute().await(10, SECONDS);
        while (rows.next() != null) {
            rows = rows.next();
        }
        return rows.iterator().next().getInteger(0);
    }

    /** The pool notices the cut a moment after it uses the connection; until then calls fail in several ways. */
    private static int recovered(Pool pool) throws Exception {
        var until = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                return number(pool, "select pg_backend_pid()");
            } catch (Exception cut) {
                if (System.nanoTime() > until) {
                    throw cut;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    private static Throwable failure(Future<?> future) throws Exception {
        return future.transform(ended -> Future.succeededFuture(ended.cause())).await(10, SECONDS);
    }
}
