package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
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

/** Of two wishes of one person the later one holds, in whatever order the database is told of them. */
@ExtendWith(VertxExtension.class)
class WishOrderTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Vertx vertx;
    private CuttingProxy proxy;
    private Pool direct;
    private Pool cut;
    private RegistrationStore store;
    private long event;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        this.vertx = vertx;
        var database = TestPostgres.createWithAllTables();
        proxy = CuttingProxy.before(vertx, database);
        direct = PgBuilder.pool().connectingTo(database.url()).using(vertx).build();
        cut = PgBuilder.pool().connectingTo(proxy.url()).using(vertx).build();
        store = new RegistrationStore(direct, direct);
        event = TestEvents.create(direct, TestEvents.draft("rivers", null)).eventId();
    }

    @AfterEach
    void close() throws Exception {
        Future.join(direct.close(), cut.close()).await(5, SECONDS);
    }

    /** What a person may ask for, or an organizer for them. */
    private enum Wish {
        JOIN_PUBLICLY,
        JOIN_PRIVATELY,
        GO_PRIVATE,
        GO_PUBLIC,
        SHOW_NAME,
        HIDE_NAME,
        CANCEL,
        REMOVE
    }

    /** What holds of a person. */
    private record Standing(RegistrationStatus status, boolean isPrivate, boolean namePublic) {}

    @Test
    void an_older_wish_that_comes_later_changes_nothing() throws Exception {
        var people = TestEvents.people(direct, Wish.values().length * (Wish.values().length + 1) * 2);
        var next = people.iterator();
        for (var start : List.of(Wish.JOIN_PUBLICLY, Wish.JOIN_PRIVATELY)) {
            var alone = new EnumMap<Wish, Standing>(Wish.class);
            for (var wish : Wish.values()) {
                var person = next.next();
                make(start, person, 0);
                make(wish, person, 2);
                alone.put(wish, standing(person));
            }
            for (var newer : Wish.values()) {
                for (var older : Wish.values()) {
                    var person = next.next();
                    make(start, person, 0);
                    make(newer, person, 2);
                    make(older, person, 1);

                    assertThat(standing(person))
                            .as("%s, %s, then the older %s", start, newer, older)
                            .isEqualTo(alone.get(newer));
                }
            }
        }
    }

    @Test
    void the_same_wish_again_is_no_older_one() throws Exception {
        var person = TestEvents.people(direct, 1).get(0);
        make(Wish.JOIN_PUBLICLY, person, 0);

        make(Wish.CANCEL, person, 1);

        assertThat(make(Wish.CANCEL, person, 1)).isFalse();
    }

    @Test
    void who_chose_to_be_private_stays_so_when_an_unconfirmed_older_choice_gets_through() throws Exception {
        var person = TestEvents.people(direct, 1).get(0);
        make(Wish.JOIN_PUBLICLY, person, 0);
        var oneNode = changes(new RegistrationStore(cut, cut));
        proxy.shut();

        var everyone = oneNode.makePublic(event, person, true);
        changes(store).makePrivate(event, person).await(5, SECONDS);
        proxy.open();

        assertThatThrownBy(() -> everyone.await(20, SECONDS)).isInstanceOf(Superseded.class);
        assertThat(standing(person).isPrivate()).isTrue();
    }

    @Test
    void who_left_and_came_back_is_in_when_the_unconfirmed_leaving_gets_through() throws Exception {
        var person = TestEvents.people(direct, 1).get(0);
        make(Wish.JOIN_PUBLICLY, person, 0);
        proxy.shut();

        var leaving = changes(new RegistrationStore(cut, cut)).cancel(event, person);
        make(Wish.JOIN_PUBLICLY, person, store.now());
        proxy.open();

        assertThatThrownBy(() -> leaving.await(20, SECONDS)).isInstanceOf(Superseded.class);
        assertThat(standing(person).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    }

    @Test
    void a_time_that_the_clock_has_not_reached_holds_nobody_back() throws Exception {
        var person = TestEvents.people(direct, 1).get(0);
        make(Wish.JOIN_PUBLICLY, person, 0);
        make(Wish.GO_PRIVATE, person, store.now().plus(Duration.ofHours(1)));

        make(Wish.CANCEL, person, store.now());

        assertThat(standing(person).status()).isEqualTo(RegistrationStatus.CANCELLED);
    }

    /** At a second of a minute that is past; whether a later wish held instead. */
    @CanIgnoreReturnValue
    private boolean make(Wish wish, long person, int second) throws Exception {
        return make(wish, person, Instant.parse("2026-03-01T10:00:00Z").plus(SECOND.multipliedBy(second)));
    }

    @CanIgnoreReturnValue
    private boolean make(Wish wish, long person, Instant at) throws Exception {
        return switch (wish) {
            case JOIN_PUBLICLY -> join(person, false, at);
            case JOIN_PRIVATELY -> join(person, true, at);
            case GO_PRIVATE -> change(store.takeBack(event, person, TakeBack.PRIVATE, at));
            case GO_PUBLIC -> change(store.goPublic(event, person, false, at));
            case SHOW_NAME -> change(store.setNamePublic(event, person, true, at));
            case HIDE_NAME -> change(store.setNamePublic(event, person, false, at));
            case CANCEL -> change(store.takeBack(event, person, TakeBack.CANCELLED, at));
            case REMOVE -> change(store.takeBack(event, person, TakeBack.REMOVED, at));
        };
    }

    private static boolean change(Future<RegistrationStore.PersonMove> move) throws Exception {
        return move.await(5, SECONDS).superseded();
    }

    private boolean join(long person, boolean isPrivate, Instant at) throws Exception {
        var request = new JoinRequest(UUID.randomUUID(), person, isPrivate, !isPrivate, false);
        var answers = store.join(event, List.of(new TimedJoin(request, at)))
                .await(5, SECONDS)
                .answers();
        return answers.get(0).outcome() == JoinOutcome.SUPERSEDED;
    }

    private Standing standing(long person) throws Exception {
        var own = store.own(event, person).await(5, SECONDS).orElseThrow();
        return new Standing(own.status(), own.isPrivate(), own.namePublic());
    }

    private RegistrationChanges changes(RegistrationStore store) {
        return new RegistrationChanges(vertx, store, new Doorbells(new Bus(vertx)), ChangesConfig.standard());
    }
}
