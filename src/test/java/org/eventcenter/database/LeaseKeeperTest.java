package org.eventcenter.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eventcenter.config.Settings;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LeaseKeeperTest {
    private static final LeaseTimes SHORT = new LeaseTimes(
            Duration.ofMillis(900), Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(600));

    private TestDatabase tables;

    @BeforeEach
    void makeTables() {
        tables = TestPostgres.createWithAllTables();
    }

    @Test
    void one_of_two_holds_it_and_the_other_follows_when_it_stops(Vertx vertx) throws Exception {
        var first = node(vertx, "first");
        first.keeper.start().await(5, SECONDS);
        var second = node(vertx, "second");
        second.keeper.start().await(5, SECONDS);

        assertThat(first.keeper.held()).isPresent();
        assertThat(second.keeper.held()).isEmpty();

        first.keeper.stop().await(5, SECONDS);
        var next = second.nextLease();
        assertThat(next.epoch()).isGreaterThan(first.nextLease().epoch());
        second.keeper.stop().await(5, SECONDS);
    }

    /** What was begun under the old epoch is committed before the new one exists, or never. */
    @Test
    void a_take_over_waits_for_writes_that_are_under_way() throws Exception {
        try (var holder = tables.jdbc().getConnection();
                var write = holder.createStatement();
                var other = tables.jdbc().getConnection();
                var look = other.createStatement();
                var next = tables.jdbc().getConnection();
                var take = next.createStatement()) {
            write.execute("select lease_take('work', 'first', 60)");
            holder.setAutoCommit(false);
            write.execute("select lease_check('work', 1)");
            look.execute("update lease set until = '-infinity'");
            var taking = CompletableFuture.runAsync(() -> execute(take, "select lease_take('work', 'second', 60)"));

            boolean waits = false;
            while (!waits && !taking.isDone()) {
                try (var rows = look.executeQuery("select 1 from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%lease_take%'")) {
                    waits = rows.next();
                }
            }
            holder.rollback();

            assertThat(waits).isTrue();
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException waitedForTooLong) {
            // It waited, which is what is asked here.
        }
    }

    @Test
    void it_is_renewed_for_as_long_as_the_keeper_runs(Vertx vertx) throws Exception {
        var node = node(vertx, "only");
        node.keeper.start().await(5, SECONDS);
        var lease = node.nextLease();

        node.untilRenewedBeyond(SHORT.life().multipliedBy(2));

        assertThat(node.keeper.held()).contains(lease);
        assertThat(lease.isFresh()).isTrue();
        node.keeper.stop().await(5, SECONDS);
    }

    @Test
    void a_frozen_holder_is_followed_and_can_write_nothing_when_it_wakes(Vertx vertx) throws Exception {
        var frozenVertx = Vertx.vertx();
        var frozen = node(frozenVertx, "frozen");
        var thaw = new CountDownLatch(1);
        frozen.keeper.start().await(5, SECONDS);
        var old = frozen.nextLease();
        frozen.context.runOnContext(ignored -> waitFor(thaw));

        var other = node(vertx, "other");
        other.keeper.start().await(5, SECONDS);
        var taken = other.nextLease();

        assertThat(taken.epoch()).isGreaterThan(old.epoch());
        assertThat(old.isFresh()).isFalse();
        assertThatThrownBy(() -> write(old.epoch()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("EC001"));
        write(taken.epoch());

        thaw.countDown();
        old.lost().await(5, SECONDS);
        assertThat(frozen.keeper.held()).isEmpty();
        other.keeper.stop().await(5, SECONDS);
        frozenVertx.close().await(5, SECONDS);
    }

    @Test
    void a_lost_connection_alone_loses_no_lease(Vertx vertx) throws Exception {
        var node = node(vertx, "cut");
        node.keeper.start().await(5, SECONDS);
        var lease = node.nextLease();

        assertThat(execute("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'event-center' and query like '%lease%'"
                        + " and pid <> pg_backend_pid()"))
                .isEqualTo(1);
        node.untilRenewedBeyond(SHORT.life().multipliedBy(2));

        assertThat(node.keeper.held()).contains(lease);
        node.keeper.stop().await(5, SECONDS);
    }

    @Test
    void a_gap_in_its_own_clock_loses_the_lease_although_nobody_took_it(Vertx vertx) throws Exception {
        var jump = new AtomicLong();
        var node = node(vertx, "sleeper", () -> System.nanoTime() + jump.get());
        node.keeper.start().await(5, SECONDS);
        var before = node.nextLease();

        jump.set(SHORT.life().toNanos() + 1);

        before.lost().await(5, SECONDS);
        assertThat(node.nextLease().epoch()).isGreaterThan(before.epoch());
        node.keeper.stop().await(5, SECONDS);
    }

    @Test
    void it_is_taken_when_the_database_comes_back(Vertx vertx) throws Exception {
        execute("alter table lease rename to lease_away");
        var node = node(vertx, "patient");
        node.keeper.start().await(5, SECONDS);
        assertThat(node.keeper.held()).isEmpty();

        execute("alter table lease_away rename to lease");

        assertThat(node.nextLease().isFresh()).isTrue();
        node.keeper.stop().await(5, SECONDS);
    }

    @Test
    void a_lease_is_fresh_only_for_a_while_after_its_renewal() {
        var clock = new AtomicLong();
        var lease = new Lease(1, LeaseTimes.USUAL, clock::get, 0);

        clock.set(Duration.ofMillis(1999).toNanos());
        assertThat(lease.isFresh()).isTrue();
        clock.set(Duration.ofSeconds(2).toNanos());
        assertThat(lease.isFresh()).isFalse();
        lease.renewed(clock.get());
        assertThat(lease.isFresh()).isTrue();
        lease.lose();
        assertThat(lease.isFresh()).isFalse();
    }

    private final class Node {
        private final BlockingQueue<Lease> taken = new LinkedBlockingQueue<>();
        private final Context context;
        private final LeaseKeeper keeper;

        private Node(Vertx vertx, String name, LongSupplier clock) {
            var config =
                    DatabaseConfig.from(Settings.read("", Map.of(), Map.of()).section("database"));
            var database = new Database(vertx, tables.address(), config);
            context = vertx.getOrCreateContext();
            keeper = new LeaseKeeper(vertx, database::connect, "stream", name, taken::add, SHORT, clock);
        }

        Lease nextLease() throws InterruptedException {
            var lease = taken.poll(10, SECONDS);
            assertThat(lease).as("a lease was taken").isNotNull();
            return lease;
        }

        /** Asks the database's time until the end of the lease has moved by that much. */
        void untilRenewedBeyond(Duration more) throws SQLException {
            long start = end();
            while (end() < start + more.toMillis()) {
                Thread.onSpinWait();
            }
        }

        private long end() throws SQLException {
            return execute("select (extract(epoch from until) * 1000)::bigint from lease where name = 'stream'");
        }
    }

    private Node node(Vertx vertx, String name) {
        return node(vertx, name, System::nanoTime);
    }

    private Node node(Vertx vertx, String name, LongSupplier clock) {
        return new Node(vertx, name, clock);
    }

    private void write(long epoch) throws SQLException {
        execute("select 1 from lease_check('stream', " + epoch + ")");
    }

    /** The first number of the answer, 0 when there is none. */
    @CanIgnoreReturnValue
    private long execute(String sql) throws SQLException {
        try (var connection = tables.jdbc().getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
