package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser that cannot take what it is told costs little, holds up nobody, and is right again when it can. */
@ExtendWith(VertxExtension.class)
class SlowSocketTest {
    private static final int FRAMES = 60;

    private TestDatabase database;
    private TestEvent event;
    private FeedName feed;
    private long ada;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        feed = event.name(PUBLIC);
        ada = event.person("Ada");
        event.join(ada, false);
    }

    @AfterEach
    void stop() throws Exception {
        event.close();
    }

    @Test
    @Timeout(180)
    void who_stops_reading_is_told_little_and_ends_equal(Vertx vertx) throws Exception {
        var hub = TestHub.start(database.url(), TestHub.FAST);
        var stopped = TestScreen.open(vertx, hub, Pace.ORGANIZER, feed);
        var other = TestScreen.open(vertx, hub, Pace.ORGANIZER, feed);
        stopped.awaitToken(feed, event.head(PUBLIC));
        other.awaitToken(feed, event.head(PUBLIC));

        stopped.pause();
        tellMuch(hub, other);
        stopped.resume();

        var state = stopped.awaitToken(feed, event.head(PUBLIC));
        assertThat(state.edits())
                .isEqualTo(FoldedScreen.of(event.snapshot(PUBLIC)).edits());
        assertThat(stopped.bytesHeard()).as("what was kept for it").isLessThan(other.bytesHeard() / 2);
        hub.close();
    }

    @Test
    @Timeout(180)
    void who_takes_nothing_for_too_long_is_closed(Vertx vertx) throws Exception {
        var hub = TestHub.start(
                database.url(), TestHub.fast(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(5)));
        var stopped = TestScreen.open(vertx, hub, Pace.ORGANIZER, feed);
        var other = TestScreen.open(vertx, hub, Pace.ORGANIZER, feed);
        stopped.awaitToken(feed, event.head(PUBLIC));
        other.awaitToken(feed, event.head(PUBLIC));

        stopped.pause();
        tellMuch(hub, other);
        other.awaitPings(3);
        stopped.resume();

        assertThat(stopped.awaitClose()).isEqualTo(4408);
        stopped.awaitToken(feed, event.head(PUBLIC));
        hub.close();
    }

    /** Megabytes, in frames of 20 KiB, each of which the other screen has seen before the next is made. */
    private void tellMuch(TestHub hub, TestScreen other) throws Exception {
        for (int i = 0; i < FRAMES; i++) {
            hub.ring(event.edits(ada, "A long title, ".repeat(17) + i, 1, 50));
            other.awaitToken(feed, event.head(PUBLIC));
        }
    }
}
