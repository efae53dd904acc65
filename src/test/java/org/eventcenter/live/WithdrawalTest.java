package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name that was taken back is shown to nobody any more, whichever way a node learns of it. */
@ExtendWith(VertxExtension.class)
class WithdrawalTest {
    private TestDatabase database;
    private TestEvent event;
    private TestHub hub;
    private FeedName feed;
    private long ada;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        feed = event.name(PUBLIC);
        hub = TestHub.start(database.url(), TestHub.FAST);
        ada = event.person("Ada");
        event.join(ada, false);
        event.edit(ada, "Third Mainland Bridge", 1);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        event.close();
    }

    @Test
    void a_snapshot_whose_read_ends_after_the_withdrawal_is_thrown_away(Vertx vertx) throws Exception {
        var watching = TestScreen.open(vertx, hub, Pace.ORGANIZER, feed);
        watching.awaitToken(feed, event.head(PUBLIC));
        hub.ring(event.edit(ada, "Lagoon", 1));
        watching.awaitToken(feed, event.head(PUBLIC));
        try (var other = new OtherEvent(vertx, hub, database);
                var held = new HeldSnapshots(database)) {
            var newcomer = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
            held.awaitOneUnderWay();

            hub.ring(event.takeBack(ada, "private"));
            other.awaitBells();
            held.letGo();

            newcomer.awaitToken(feed, event.head(PUBLIC));
            assertThat(newcomer.told())
                    .isNotEmpty()
                    .noneMatch(frame -> frame.encode().contains("Ada"));
        }
    }

    @Test
    void a_cache_dies_with_its_last_watcher(Vertx vertx) throws Exception {
        var last = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        last.awaitState(feed, state -> !state.people().isEmpty());
        leaveForAnother(last);
        event.takeBack(ada, "cancelled");

        var newcomer = TestScreen.open(vertx, hub, Pace.SCREEN, feed);

        newcomer.awaitToken(feed, event.head(PUBLIC));
        assertThat(newcomer.told())
                .isNotEmpty()
                .noneMatch(frame -> frame.encode().contains("Ada"));
    }

    @Test
    void a_node_that_hears_no_bell_takes_the_name_off_its_screens_and_out_of_its_cache(Vertx vertx) throws Exception {
        var screen = TestScreen.open(vertx, hub, Pace.PHONE, feed);
        screen.awaitState(feed, state -> !state.people().isEmpty());

        event.takeBack(ada, "removed");

        var state = screen.awaitToken(feed, event.head(PUBLIC));
        assertThat(state.people()).isEmpty();
        assertThat(state.edits()).isEmpty();
        var newcomer = TestScreen.open(vertx, hub, Pace.PHONE, feed);
        newcomer.awaitToken(feed, event.head(PUBLIC));
        assertThat(newcomer.told())
                .isNotEmpty()
                .noneMatch(frame -> frame.encode().contains("Ada"));
    }

    @Test
    void sixty_joins_in_the_same_frame_do_not_push_the_withdrawal_out(Vertx vertx) throws Exception {
        var before = FoldedScreen.of(event.snapshot(PUBLIC));
        event.takeBack(ada, "private");
        for (int i = 0; i < 60; i++) {
            event.join(event.person("Person " + i), false);
        }

        var screen = TestScreen.comeBack(vertx, hub, Pace.SCREEN, feed, before);

        var state = screen.awaitToken(feed, event.head(PUBLIC));
        assertThat(screen.told().get(0).getString("type")).isEqualTo("entries");
        assertThat(screen.told().get(0).getInteger("more")).isEqualTo(10);
        assertThat(state.people())
                .isEqualTo(FoldedScreen.of(event.snapshot(PUBLIC)).people());
        assertThat(state.edits()).isEmpty();
    }

    @Test
    void whoever_comes_back_from_before_any_of_several_withdrawals_shows_the_same(Vertx vertx) throws Exception {
        var moments = new ArrayList<FoldedScreen>();
        for (var step = 0; step < 3; step++) {
            moments.add(FoldedScreen.of(event.snapshot(PUBLIC)));
            event.takeBack(ada, "private");
            moments.add(FoldedScreen.of(event.snapshot(PUBLIC)));
            event.goPublic(ada);
        }
        event.takeBack(ada, "private");

        var truth = FoldedScreen.of(event.snapshot(PUBLIC));
        for (var moment : moments) {
            var state =
                    TestScreen.comeBack(vertx, hub, Pace.SCREEN, feed, moment).awaitToken(feed, truth.token());
            assertThat(state.people()).isEqualTo(truth.people());
            assertThat(state.edits()).isEqualTo(truth.edits());
            assertThat(state.totals()).isEqualTo(truth.totals());
        }
        assertThat(moments.stream().flatMap(moment -> moment.people().stream()).map(person -> person.getString("ref")))
                .as("a new reference each time")
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    /** The node does what a screen says in order: when it shows the other feed, it has left this one. */
    private void leaveForAnother(TestScreen screen) throws Exception {
        var other = TestEvent.create(database, "elsewhere");
        screen.watchInstead(other.name(PUBLIC));
        screen.awaitToken(other.name(PUBLIC), other.head(PUBLIC));
        other.close();
    }
}
