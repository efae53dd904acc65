package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What ends a snapshot that a node keeps for newcomers, one rule at a time: none of the others would end it here. A change
 * with no bell and no heads to tell of it is what newcomers must see nevertheless.
 */
@ExtendWith(VertxExtension.class)
@Timeout(60)
class KeptSnapshotTest {
    private static final Duration STALE_AFTER = Duration.ofSeconds(5);
    private static final Duration AGE = Duration.ofMinutes(1);

    private TestDatabase database;
    private TestEvent event;
    private TestHub hub;
    private FaultyReads reads;
    private FeedName feed;
    private long ada;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        feed = event.name(PUBLIC);
        reads = new FaultyReads(database);
        hub = TestHub.start(database.url(), TestHub.keeping(AGE, STALE_AFTER));
        ada = event.person("Ada");
        event.join(ada, false);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        reads.close();
        event.close();
    }

    @Test
    void it_is_given_to_newcomers_until_it_is_old(Vertx vertx) throws Exception {
        keepOne(vertx);
        event.changeTotalsSilently(77);
        assertThat(editsShownToNewcomer(vertx)).isZero();

        hub.advance(AGE);

        assertThat(editsShownToNewcomer(vertx)).isEqualTo(77);
    }

    @Test
    void the_clock_of_a_newcomer_is_right_after_any_quiet(Vertx vertx) throws Exception {
        keepOne(vertx);
        var later = event.snapshot(PUBLIC).getDouble("at");

        hub.advance(Duration.ofSeconds(65));

        assertThat(firstFrame(newcomer(vertx)).getDouble("at")).isGreaterThanOrEqualTo(later);
    }

    @Test
    void a_newer_bell_ends_it(Vertx vertx) throws Exception {
        var watching = keepOne(vertx);
        hub.ring(event.edit(ada, "Third Mainland Bridge", 1));
        watching.awaitToken(feed, event.head(PUBLIC));
        reads.stopHeads();
        assertThat(firstFrame(newcomer(vertx)).encode()).contains("Ada");

        hub.ring(event.takeBack(ada, "private"));

        assertThat(firstFrame(newcomer(vertx)).encode()).doesNotContain("Ada");
    }

    @Test
    void it_is_not_kept_when_a_bell_rang_while_it_was_read(Vertx vertx) throws Exception {
        var watching = keepOne(vertx);
        hub.ring(event.edit(ada, "Third Mainland Bridge", 1));
        watching.awaitToken(feed, event.head(PUBLIC));
        reads.stopHeads();
        try (var other = new OtherEvent(vertx, hub, database);
                var held = new HeldSnapshots(database)) {
            var during = newcomer(vertx);
            held.awaitOneUnderWay();

            hub.ring(event.takeBack(ada, "private"));
            other.awaitBells();
            held.letGo();

            during.awaitTold(1);
            assertThat(firstFrame(newcomer(vertx)).encode()).doesNotContain("Ada");
        }
    }

    @Test
    void a_lost_comparison_of_heads_ends_it_and_none_is_kept_before_the_next(Vertx vertx) throws Exception {
        keepOne(vertx);
        reads.failHeads();
        event.changeTotalsSilently(77);
        assertThat(editsShownToNewcomer(vertx)).isEqualTo(77);

        event.changeTotalsSilently(78);

        assertThat(editsShownToNewcomer(vertx)).isEqualTo(78);
    }

    @Test
    void a_read_that_failed_ends_it(Vertx vertx) throws Exception {
        reads.stopHeads();
        event.edit(ada, "Third Mainland Bridge", 1);
        var watching = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        watching.awaitToken(feed, event.head(PUBLIC));
        keepOne(vertx);
        reads.failEntries();
        event.changeTotalsSilently(77);
        reads.mendEntries();

        assertThat(editsShownToNewcomer(vertx)).isEqualTo(77);
    }

    @Test
    void new_epochs_end_it_whoever_comes_meanwhile(Vertx vertx) throws Exception {
        var watching = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        for (int round = 0; round < 10; round++) {
            var meanwhile = Stream.generate(() -> TestScreen.open(vertx, hub, Pace.SCREEN, feed))
                    .limit(3)
                    .toList();
            event.renewEpochs("restore" + round);
            for (var screen : List.of(watching, meanwhile.get(0), meanwhile.get(1), meanwhile.get(2))) {
                screen.awaitToken(feed, event.head(PUBLIC));
            }

            var first = firstFrame(newcomer(vertx));

            assertThat(first.getString("token")).isEqualTo(event.head(PUBLIC).toString());
            meanwhile.forEach(TestScreen::close);
        }
    }

    /** Somebody watches, and a snapshot is kept: two newcomers got the same one. */
    @CanIgnoreReturnValue
    private TestScreen keepOne(Vertx vertx) throws Exception {
        var watching = newcomer(vertx);
        watching.awaitToken(feed, event.head(PUBLIC));
        var same = false;
        while (!same) {
            same = firstFrame(newcomer(vertx)).equals(firstFrame(newcomer(vertx)));
        }
        return watching;
    }

    private int editsShownToNewcomer(Vertx vertx) {
        var first = firstFrame(newcomer(vertx));
        return first.getJsonObject("state").getJsonObject("totals").getInteger("edits");
    }

    private TestScreen newcomer(Vertx vertx) {
        return TestScreen.open(vertx, hub, Pace.PHONE, feed);
    }

    private static JsonObject firstFrame(TestScreen screen) {
        screen.awaitTold(1);
        return screen.told().get(0);
    }
}
