package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.UUID;
import org.eventcenter.bus.Bus;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.CuttingProxy;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Doorbells;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database has done what it was asked, and the answer is lost on the way. */
@ExtendWith(VertxExtension.class)
class LostAnswerTest {
    private static final DeskConfig IMPATIENT =
            new DeskConfig(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(20), Duration.ofSeconds(1));

    private Vertx vertx;
    private CuttingProxy proxy;
    private Pool pool;
    private Pool pastProxy;
    private RegistrationStore store;
    private long event;
    private long person;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        this.vertx = vertx;
        var database = TestPostgres.createWithAllTables();
        proxy = CuttingProxy.before(vertx, database);
        pool = PgBuilder.pool().connectingTo(proxy.url()).using(vertx).build();
        pastProxy = PgBuilder.pool().connectingTo(database.url()).using(vertx).build();
        store = new RegistrationStore(pool, pool);
        event = TestEvents.create(pastProxy, TestEvents.draft("rivers", null)).eventId();
        person = TestEvents.people(pastProxy, 1).get(0);
    }

    @AfterEach
    void close() throws Exception {
        Future.join(pool.close(), pastProxy.close()).await(5, SECONDS);
    }

    @Test
    void a_join_is_asked_again_until_it_is_confirmed_and_is_one_registration() throws Exception {
        proxy.loseAnswers(2);

        var answer = desk(DeskConfig.standard()).join(event, request()).await(20, SECONDS);

        assertThat(proxy.answersStillToLose()).isZero();
        assertThat(answer.outcome()).isEqualTo(JoinOutcome.JOINED);
        assertThat(answer.place().orElseThrow().registrationId())
                .isEqualTo(registration().registrationId());
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void who_cannot_be_told_learns_that_nothing_was_confirmed_and_gets_the_answer_later() throws Exception {
        var request = request();
        proxy.loseAnswers(1_000);

        assertThatThrownBy(() -> desk(IMPATIENT).join(event, request).await(20, SECONDS))
                .isInstanceOf(NotConfirmed.class);

        proxy.loseAnswers(0);
        var answer = desk(IMPATIENT).join(event, request).await(20, SECONDS);
        assertThat(answer.outcome()).isEqualTo(JoinOutcome.JOINED);
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void a_change_is_asked_again_and_is_made_once() throws Exception {
        desk(IMPATIENT).join(event, request()).await(20, SECONDS);
        proxy.loseAnswers(1);

        new RegistrationChanges(vertx, store, new Doorbells(new Bus(vertx)), ChangesConfig.standard())
                .makePrivate(event, person)
                .await(20, SECONDS);

        assertThat(proxy.answersStillToLose()).isZero();
        assertThat(registration().isPrivate()).isTrue();
        assertThat(head()).isEqualTo(2);
    }

    private RegistrationDesk desk(DeskConfig config) {
        JoinListener nobody = (eventId, accounts) -> Future.succeededFuture();
        return new RegistrationDesk(vertx, store, nobody, new Doorbells(new Bus(vertx)), config);
    }

    private JoinRequest request() {
        return new JoinRequest(UUID.randomUUID(), person, false, false, false);
    }

    private Registration registration() throws Exception {
        return new RegistrationStore(pastProxy, pastProxy)
                .own(event, person)
                .await(5, SECONDS)
                .orElseThrow();
    }

    private long head() throws Exception {
        return pastProxy
                .query("select last_seq from feed where audience = 1")
                .execute()
                .await(5, SECONDS)
                .iterator()
                .next()
                .getLong(0);
    }
}
