package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.stream.SourceState.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Screens know how the source of edits stands: when they come, and when it changes. No ping is due in these tests. */
@ExtendWith(VertxExtension.class)
class SourceFrameTest {
    private static final Instant UP_TO = Instant.parse("2026-03-07T15:39:12.250Z");

    private TestEvent event;
    private TestHub hub;
    private FeedName feed;

    @BeforeEach
    void start() throws Exception {
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        feed = event.name(PUBLIC);
        hub = TestHub.start(database.url(), TestHub.withoutPings());
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        event.close();
    }

    @Test
    void whoever_comes_has_the_clock_and_the_source_right_after_the_snapshot(Vertx vertx) throws Exception {
        event.source(Kind.LATE, UP_TO);
        awaitSource(TestScreen.open(vertx, hub, Pace.SCREEN, feed), "late");

        var newcomer = TestScreen.open(vertx, hub, Pace.PHONE, feed);
        newcomer.awaitFrame(SourceFrameTest::isPing);

        var heard = newcomer.heard();
        var snapshot = heard.get(0);
        var ping = heard.get(1);
        assertThat(snapshot.getString("type")).isEqualTo("snapshot");
        assertThat(ping.getString("type")).isEqualTo("ping");
        assertThat(ping.getDouble("at"))
                .as("the database's time, but for the moment in which it was asked")
                .isCloseTo(snapshot.getDouble("at"), within(60.0));
        assertThat(ping.getJsonObject("heads").getString(feed.toString(), snapshot.getString("token")))
                .as("the head, if the feed was watched when the heads were compared")
                .isEqualTo(snapshot.getString("token"));
        assertThat(ping.getJsonObject("source").getString("state")).isEqualTo("late");
        assertThat(ping.getJsonObject("source").getDouble("upTo")).isEqualTo(UP_TO.toEpochMilli() / 1000.0);
        assertThat(ping.getJsonObject("source").getDouble("since")).isBetween(UP_TO.getEpochSecond() + 0.0, 4e9);
    }

    @Test
    void a_source_that_changes_is_sent_to_every_screen_at_once(Vertx vertx) throws Exception {
        event.source(Kind.LIVE, UP_TO);
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        var phone = TestScreen.open(vertx, hub, Pace.PHONE, feed);

        for (var kind : new Kind[] {Kind.LIVE, Kind.AWAY, Kind.CATCHING_UP}) {
            event.source(kind, UP_TO);
            awaitSource(screen, kind.word());
            awaitSource(phone, kind.word());
        }
    }

    @Test
    void a_source_that_nobody_ever_read_is_away_since_no_moment(Vertx vertx) {
        var source = awaitSource(TestScreen.open(vertx, hub, Pace.SCREEN, feed), "away");

        assertThat(source.getValue("since")).isNull();
        assertThat(source.getValue("upTo")).isNull();
    }

    @CanIgnoreReturnValue
    private static JsonObject awaitSource(TestScreen screen, String state) {
        return screen.awaitFrame(frame -> isPing(frame)
                        && frame.getJsonObject("source").getString("state").equals(state))
                .getJsonObject("source");
    }

    private static boolean isPing(JsonObject frame) {
        return frame.getString("type").equals("ping") && frame.containsKey("source");
    }
}
