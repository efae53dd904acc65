package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eventcenter.feed.FeedAudience.ORGANIZERS;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes back is told what it missed; who comes with a token that is none is told to begin anew. */
@ExtendWith(VertxExtension.class)
class ResumeTest {
    private TestEvent event;
    private TestHub hub;
    private FeedName feed;
    private long ada;

    @BeforeEach
    void start() throws Exception {
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        feed = event.name(PUBLIC);
        hub = TestHub.start(database.url(), TestHub.FAST);
        ada = event.person("Ada");
        event.join(ada, false);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        event.close();
    }

    @Test
    void what_was_missed_comes_as_one_frame(Vertx vertx) throws Exception {
        var before = FoldedScreen.of(event.snapshot(PUBLIC));
        event.edit(ada, "Bridge", 1);
        event.edit(ada, "Lagoon", 1);

        var screen = TestScreen.comeBack(vertx, hub, Pace.SCREEN, feed, before);

        screen.awaitToken(feed, event.head(PUBLIC));
        assertThat(screen.told().get(0).getString("from"))
                .isEqualTo(before.token().toString());
        assertThat(screen.told().get(0).getJsonArray("entries")).hasSize(2);
    }

    @Test
    void five_thousand_missed_edits_come_as_one_snapshot_that_fits(Vertx vertx) throws Exception {
        var before = FoldedScreen.of(event.snapshot(PUBLIC));
        for (int i = 0; i < 5; i++) {
            event.edits(ada, "مقالة طويلة ".repeat(11) + i, 1, 1000);
        }

        var screen = TestScreen.comeBack(vertx, hub, Pace.SCREEN, feed, before);

        screen.awaitToken(feed, event.head(PUBLIC));
        var first = screen.told().get(0);
        assertThat(first.getString("type")).isEqualTo("snapshot");
        assertThat(first.encode().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(32 * 1024);
    }

    @Test
    void a_token_that_this_feed_never_gave_is_answered_with_a_reset_and_a_snapshot(Vertx vertx) throws Exception {
        var head = event.head(PUBLIC);
        var ofTheOther = event.head(ORGANIZERS);
        var tokens = List.of(
                head.epoch() + "-1000000000",
                head.epoch() + "-999999999999999999999999",
                ofTheOther.toString(),
                "00000000-0",
                "-",
                "",
                head.epoch() + "-\u0000",
                "x".repeat(5000));
        for (var token : tokens) {
            var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
            screen.awaitToken(feed, head);
            screen.send(hello(token));

            screen.awaitTold(3);
            assertThat(screen.told())
                    .as(token)
                    .extracting(frame -> frame.getString("type"))
                    .containsExactly("snapshot", "reset", "snapshot");
            screen.close();
        }
    }

    @Test
    void a_token_of_ten_kilobytes_is_closed(Vertx vertx) throws Exception {
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        screen.awaitToken(feed, event.head(PUBLIC));

        screen.send(hello("x".repeat(10_000)));

        assertThat(screen.awaitClose()).isEqualTo(4400);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_restored_database_resets_the_screens_that_are_open(boolean withNewEpoch, Vertx vertx) throws Exception {
        var then = event.edit(ada, "Bridge", 1);
        event.edit(ada, "Lagoon", 1);
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        screen.awaitToken(feed, event.head(PUBLIC));

        event.restoredTo(then, withNewEpoch ? "restored" : then.publicFeed().epoch());

        screen.awaitToken(feed, event.head(PUBLIC));
        screen.awaitFrame(frame -> frame.getString("type").equals("reset"));
        hub.ring(event.edit(ada, "Market", 1));
        screen.awaitToken(feed, event.head(PUBLIC));
    }

    @Test
    void commits_while_screens_open_are_missed_by_none(Vertx vertx) throws Exception {
        for (int i = 0; i < 20; i++) {
            var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
            event.edit(ada, "Bridge", 1);
            screen.awaitToken(feed, event.head(PUBLIC));
            screen.close();
        }
    }

    @Test
    void a_ping_says_where_the_feeds_stand_and_when_the_next_one_comes(Vertx vertx) throws Exception {
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);

        var head = event.head(PUBLIC).toString();
        var ping = screen.awaitFrame(frame -> frame.getString("type").equals("ping")
                && head.equals(frame.getJsonObject("heads").getString(feed.toString())));

        assertThat(ping.getDouble("every")).isEqualTo(0.25);
        assertThat(ping.getDouble("at")).isCloseTo(event.snapshot(PUBLIC).getDouble("at"), within(5.0));
    }

    private String hello(String after) {
        var wish = new JsonObject().put("feed", feed.toString()).put("after", after);
        return new JsonObject()
                .put("type", "hello")
                .put("v", new JsonArray().add(1))
                .put("pace", "screen")
                .put("feeds", new JsonArray().add(wish))
                .encode();
    }
}
