package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.Doorbells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RegistrationDeskTest {
    private Vertx vertx;
    private TestPostgres.TestDatabase database;
    private Pool pool;
    private RegistrationStore store;
    private RegistrationDesk desk;
    private RegistrationChanges changes;
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open(Vertx vertx) {
        this.vertx = vertx;
        database = TestPostgres.createWithAllTables();
        pool = pool();
        store = new RegistrationStore(pool, pool);
        desk = desk(store);
        changes = new RegistrationChanges(vertx, store, new Doorbells(new Bus(vertx)), ChangesConfig.standard());
    }

    @AfterEach
    void close() throws Exception {
        desk.close().await(5, SECONDS);
        pool.close().await(5, SECONDS);
    }

    @Test
    void who_joins_twice_is_in_once_with_the_same_code() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);

        var first = desk.join(event, publicly(person)).await(5, SECONDS);
        var second = desk.join(event, publicly(person)).await(5, SECONDS);

        assertThat(first.outcome()).isEqualTo(JoinOutcome.JOINED);
        assertThat(second.outcome()).isEqualTo(JoinOutcome.ALREADY);
        assertThat(second.place()).isEqualTo(first.place());
        assertThat(first.place().orElseThrow().code()).matches("[23456789BCDFGHJKMNPQRSTVWXYZ]{8}");
    }

    @Test
    void the_listener_knows_of_a_join_before_its_person_is_answered() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);

        var known = desk.join(event, publicly(person)).map(answer -> List.copyOf(heard));

        assertThat(known.await(5, SECONDS)).containsExactly(person);
    }

    @Test
    void a_retried_join_does_not_bring_back_who_cancelled_in_between() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);
        var request = publicly(person);
        var first = desk.join(event, request).await(5, SECONDS);
        changes.cancel(event, person).await(5, SECONDS);

        var retried = desk.join(event, request).await(5, SECONDS);

        assertThat(retried).isEqualTo(first);
        assertThat(own(event, person).status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(desk.join(event, publicly(person)).await(5, SECONDS).outcome())
                .isEqualTo(JoinOutcome.JOINED);
        assertThat(own(event, person).isIn()).isTrue();
    }

    @Test
    void the_same_request_twice_at_once_is_one_join_with_one_answer() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var request = publicly(TestEvents.people(pool, 1).get(0));

        var answers = desk.joinAll(event, List.of(request, request)).await(5, SECONDS);

        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(answers.get(0).outcome()).isEqualTo(JoinOutcome.JOINED);
    }

    @Test
    void eight_desks_on_two_pools_sell_every_place_once() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", 50)).eventId();
        var people = TestEvents.people(pool, 160);
        var otherPool = pool();
        var otherStore = new RegistrationStore(otherPool, otherPool);
        var desks = IntStream.range(0, 8)
                .mapToObj(i -> desk(i % 2 == 0 ? store : otherStore))
                .toList();

        var answers = Future.all(people.stream()
                        .map(person -> desks.get((int) (person % 8)).join(event, publicly(person)))
                        .toList())
                .await(20, SECONDS)
                .<JoinAnswer>list();

        assertThat(answers.stream().filter(answer -> answer.outcome() == JoinOutcome.JOINED))
                .hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.outcome() == JoinOutcome.FULL))
                .hasSize(110);
        assertThat(store.joining(event).await(5, SECONDS)).isEqualTo(Joining.FULL);
        otherPool.close().await(5, SECONDS);
    }

    @Test
    void an_organizer_adds_people_after_the_end_but_never_beyond_the_capacity() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", 2)).eventId();
        var people = TestEvents.people(pool, 4);
        changes.remove(event, people.get(0)).await(5, SECONDS);
        end(event);

        var alone = desk.join(event, publicly(people.get(3))).await(5, SECONDS);
        var added = desk.joinAll(event, people.stream().map(this::byOrganizer).toList())
                .await(5, SECONDS);

        assertThat(alone.outcome()).isEqualTo(JoinOutcome.ENDED);
        assertThat(added)
                .extracting(JoinAnswer::outcome)
                .containsExactly(JoinOutcome.JOINED, JoinOutcome.JOINED, JoinOutcome.FULL, JoinOutcome.FULL);
    }

    @Test
    void who_was_removed_comes_back_only_by_an_organizer() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);
        var first = desk.join(event, publicly(person)).await(5, SECONDS);
        changes.remove(event, person).await(5, SECONDS);

        var alone = desk.join(event, publicly(person)).await(5, SECONDS);
        var added = desk.join(event, byOrganizer(person)).await(5, SECONDS);

        assertThat(alone).isEqualTo(new JoinAnswer(JoinOutcome.REMOVED, Optional.empty()));
        assertThat(added.outcome()).isEqualTo(JoinOutcome.JOINED);
        assertThat(added.place().orElseThrow().code())
                .isEqualTo(first.place().orElseThrow().code());
    }

    @Test
    void a_listener_that_fails_changes_no_answer() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);
        JoinListener failing = (eventId, accounts) -> {
            throw new IllegalStateException("out of order");
        };

        var answer = desk(store, failing).join(event, publicly(person)).await(5, SECONDS);

        assertThat(answer.outcome()).isEqualTo(JoinOutcome.JOINED);
    }

    @Test
    void both_doorbells_ring_with_the_numbers_of_the_commit() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);
        var bells = new ArrayList<String>();
        var bothRang = Promise.<Void>promise();
        var subscription = new Bus(vertx)
                .subscribe(Doorbell.topic((int) event), bell -> {
                    bells.add(bell.feed().audience() + " " + bell.token().seq());
                    if (bells.size() == 2) {
                        bothRang.complete();
                    }
                })
                .await(5, SECONDS);

        desk.join(event, publicly(person)).await(5, SECONDS);

        bothRang.future().await(5, SECONDS);
        assertThat(bells).containsExactlyInAnyOrder("ORGANIZERS 1", "PUBLIC 1");
        subscription.cancel().await(5, SECONDS);
    }

    @Test
    void a_desk_that_closes_answers_those_who_wait_and_takes_nobody_more() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var people = TestEvents.people(pool, 300);

        var waiting = desk.joinAll(
                event, people.stream().map(person -> publicly(person)).toList());
        desk.close().await(10, SECONDS);

        assertThat(waiting.await(5, SECONDS)).hasSize(300).allMatch(answer -> answer.outcome() == JoinOutcome.JOINED);
        assertThatThrownBy(() -> desk.join(event, publicly(people.get(0))).await(5, SECONDS))
                .isInstanceOf(NotConfirmed.class);
    }

    @Test
    void somebody_becomes_private_and_public_again_and_keeps_the_code() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);
        var code = desk.join(event, publicly(person))
                .await(5, SECONDS)
                .place()
                .orElseThrow()
                .code();

        changes.makePrivate(event, person).await(5, SECONDS);
        assertThat(own(event, person).isPrivate()).isTrue();

        changes.makePublic(event, person, false).await(5, SECONDS);
        changes.setNamePublic(event, person, true).await(5, SECONDS);
        assertThat(own(event, person))
                .extracting(Registration::isPrivate, Registration::namePublic, Registration::code)
                .containsExactly(false, true, code);
        assertThat(store.ofAccount(person).await(5, SECONDS)).hasSize(1);
    }

    /** The time that decides is that after the wait for the event's lock, not that at which the call began. */
    @Test
    void who_waits_while_joining_closes_does_not_get_in() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var person = TestEvents.people(pool, 1).get(0);
        JoinAnswer answer = null;
        while (answer == null) {
            answer = joinWhileItCloses(event, person);
        }

        assertThat(answer.outcome()).isEqualTo(JoinOutcome.CLOSED);
    }

    /** Null when the call waited for longer than it may, which says nothing. */
    private @Nullable JoinAnswer joinWhileItCloses(long event, long person) throws Exception {
        Future<JoinAnswer> joining;
        try (var other = database.jdbc().getConnection();
                var statement = other.createStatement()) {
            statement.execute("update event set closes_at = null");
            other.setAutoCommit(false);
            statement.execute("select from feed where event_id = " + event + " for update");
            joining = store.join(event, List.of(new TimedJoin(publicly(person), store.now())))
                    .map(batch -> batch.answers().get(0));
            awaitWaiting();
            statement.execute("update event set closes_at = clock_timestamp() where event_id = " + event);
            other.commit();
        }
        try {
            return joining.await(10, SECONDS);
        } catch (PgException waitedTooLong) {
            return null;
        }
    }

    private void awaitWaiting() throws Exception {
        var waiting = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock' and query like '%registration_join%'";
        while (pool.query(waiting).execute().await(5, SECONDS).iterator().next().getInteger(0) == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_call_that_cannot_even_begin_fails_for_those_who_wait_and_the_line_goes_on() throws Exception {
        var event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        var people = TestEvents.people(pool, 2);
        var broken = new AtomicBoolean(true);
        var line = desk(new RegistrationStore(throwingWhile(broken), pool));

        assertThatThrownBy(() -> line.join(event, publicly(people.get(0))).await(5, SECONDS))
                .hasMessage("cannot begin");
        broken.set(false);

        assertThat(line.join(event, publicly(people.get(1))).await(5, SECONDS).outcome())
                .isEqualTo(JoinOutcome.JOINED);
        line.close().await(5, SECONDS);
    }

    private Pool throwingWhile(AtomicBoolean broken) {
        return (Pool) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Pool.class}, (proxy, method, arguments) -> {
                    if (broken.get() && method.getName().equals("preparedQuery")) {
                        throw new IllegalStateException("cannot begin");
                    }
                    return method.invoke(pool, arguments);
                });
    }

    private RegistrationDesk desk(RegistrationStore store) {
        JoinListener listener = (eventId, accounts) -> Future.succeededFuture(heard.addAll(accounts));
        return desk(store, listener);
    }

    private RegistrationDesk desk(RegistrationStore store, JoinListener listener) {
        return new RegistrationDesk(vertx, store, listener, new Doorbells(new Bus(vertx)), DeskConfig.standard());
    }

    private Pool pool() {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(database.url())
                .using(vertx)
                .build();
    }

    private Registration own(long event, long person) throws Exception {
        return store.own(event, person).await(5, SECONDS).orElseThrow();
    }

    private void end(long event) throws Exception {
        pool.query("update event set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day'"
                        + " where event_id = " + event)
                .execute()
                .await(5, SECONDS);
    }

    private static JoinRequest publicly(long person) {
        return new JoinRequest(UUID.randomUUID(), person, false, true, false);
    }

    private JoinRequest byOrganizer(long person) {
        return new JoinRequest(UUID.randomUUID(), person, false, false, true);
    }
}
