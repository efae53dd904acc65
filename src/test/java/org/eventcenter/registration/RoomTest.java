package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A room in which everybody scans the code at the same moment. */
@ExtendWith(VertxExtension.class)
class RoomTest {
    private static final String ACCEPTED =
            "select account_id from registration where event_id = $1 and status = 'accepted' order by account_id";

    @Test
    void five_hundred_phones_at_two_hubs_get_three_hundred_places_exactly(Vertx vertx) throws Exception {
        var postgres = TestPostgres.createWithAllTables();
        var other = Vertx.vertx();
        var first = ParticipantSite.start(vertx, postgres, ParticipantSite.NO_WIKI);
        var second = ParticipantSite.start(other, postgres, ParticipantSite.NO_WIKI);
        var event = TestEvents.create(first.pool, TestEvents.draft("rivers", 300));
        var room = Room.of(500, vertx, first.pool, "rivers");

        room.sendAll(List.of(first.http.port(), second.http.port())).await(30, SECONDS);

        assertThat(room.told.values()).containsOnly(303, 409);
        assertThat(room.joined()).hasSize(300);
        assertThat(accepted(first.pool, event.eventId())).containsExactlyInAnyOrderElementsOf(room.joined());
        assertThat(first.publicFeed(event.eventId()))
                .contains("\"participants\":" + publicOnes(first, event.eventId()));
        other.close().await(10, SECONDS);
    }

    @Test
    void what_phones_were_told_before_the_hub_was_killed_is_in_the_database(Vertx vertx) throws Exception {
        var postgres = TestPostgres.createWithAllTables();
        var survivor = ParticipantSite.start(vertx, postgres, ParticipantSite.NO_WIKI);
        var event = TestEvents.create(survivor.pool, TestEvents.draft("rivers", null));
        var room = Room.of(400, vertx, survivor.pool, "rivers");
        try (var doomed = HubProcess.start(postgres)) {
            var sent = room.sendAll(List.of(doomed.port()));
            room.someJoined().await(30, SECONDS);
            doomed.kill();
            sent.otherwiseEmpty().await(30, SECONDS);
        }
        var toldBefore = List.copyOf(room.joined());
        var codes = codes(survivor.pool, event.eventId());

        assertThat(accepted(survivor.pool, event.eventId())).containsAll(toldBefore);
        room.sendAll(List.of(survivor.http.port())).await(30, SECONDS);
        assertThat(room.told.values()).containsOnly(303);
        assertThat(accepted(survivor.pool, event.eventId())).hasSize(400);
        assertThat(codes(survivor.pool, event.eventId())).containsAll(codes);
    }

    /**
     * Figures for the notes: rooms of 500 after one that warms up, at one hub and at two, each beside the same desk
     * without HTTP and beside single-row inserts.
     */
    @Test
    @Tag("soak")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void five_hundred_phones_measured(Vertx vertx) throws Exception {
        for (int round = 0; round <= 5; round++) {
            measure(vertx, round, 1);
            measure(vertx, round, 2);
        }
    }

    private static void measure(Vertx vertx, int round, int hubs) throws Exception {
        var postgres = TestPostgres.createWithAllTables();
        var other = Vertx.vertx();
        var first = ParticipantSite.start(vertx, postgres, ParticipantSite.NO_WIKI);
        var ports = hubs == 1
                ? List.of(first.http.port())
                : List.of(
                        first.http.port(),
                        ParticipantSite.start(other, postgres, ParticipantSite.NO_WIKI)
                                .http
                                .port());
        var event = TestEvents.create(first.pool, TestEvents.draft("rivers", null));
        var room = Room.of(500, vertx, first.pool, "rivers");

        double inserts = SingleRowInserts.aSecond(postgres, 3);
        double joins = perSecond(500, room.sendAll(ports));
        double desk = deskAlone(first, accepted(first.pool, event.eventId()));

        assertThat(accepted(first.pool, event.eventId())).hasSize(500);
        System.out.printf(
                Locale.ROOT,
                "%s, %d hub(s): %.0f joins/s over HTTP (%.2f of single-row inserts), answered within %.0f ms (median)"
                        + " and %.0f ms (p99); %.0f joins/s at the desk (%.2f); %.0f single-row inserts/s by 8 clients%n",
                round == 0 ? "warming up" : "room " + round,
                hubs,
                joins,
                joins / inserts,
                room.millis(50),
                room.millis(99),
                desk,
                desk / inserts,
                inserts);
        other.close().await(10, SECONDS);
    }

    private static double deskAlone(ParticipantSite hub, List<Long> people) throws Exception {
        var event = TestEvents.create(hub.pool, TestEvents.draft("lakes", null));
        return perSecond(
                people.size(),
                Future.all(people.stream()
                        .map(person -> hub.desk.join(
                                event.eventId(),
                                RegisterForm.blank().wish(person).request()))
                        .toList()));
    }

    private static double perSecond(int joins, Future<?> underWay) throws Exception {
        long begun = System.nanoTime();
        underWay.await(60, SECONDS);
        return joins * 1e9 / (System.nanoTime() - begun);
    }

    private static List<Long> accepted(Pool pool, long eventId) throws Exception {
        return pool.preparedQuery(ACCEPTED).execute(Tuple.of(eventId)).await(10, SECONDS).stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    private static List<String> codes(Pool pool, long eventId) throws Exception {
        return pool
                .preparedQuery("select account_id || ' ' || code as one from registration where event_id = $1")
                .execute(Tuple.of(eventId))
                .await(10, SECONDS)
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static long publicOnes(ParticipantSite hub, long eventId) throws Exception {
        return hub.pool
                .preparedQuery(
                        "select count(*) from registration where event_id = $1 and status = 'accepted' and not private")
                .execute(Tuple.of(eventId))
                .await(10, SECONDS)
                .iterator()
                .next()
                .getLong(0);
    }
}
