package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.ORGANIZERS;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promise of the live channel: whatever any screen shows at any moment is what the database had at the screen's token.
 * Two nodes on one database without a bus between them; one hears bells that are lost, doubled, late and forged, the other
 * hears none; screens of all paces are cut and stop reading at random.
 */
@ExtendWith(VertxExtension.class)
class LiveModelTest {
    private final List<TestScreen> screens = new ArrayList<>();
    private TestDatabase database;
    private TestEvent event;
    private TestHub belled;
    private TestHub deaf;
    private Truth truth;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        truth = new Truth(event);
        belled = hub();
        deaf = hub();
    }

    @AfterEach
    void stop() throws Exception {
        screens.forEach(TestScreen::close);
        belled.close();
        deaf.close();
        event.close();
    }

    @Test
    @Timeout(240)
    void every_screen_shows_what_the_database_had_at_its_token(Vertx vertx) throws Exception {
        play(vertx, 250, new Random(20261125));
    }

    @Test
    @Tag("soak")
    @Timeout(1800)
    void every_screen_shows_it_for_a_long_time(Vertx vertx) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        play(vertx, Integer.getInteger("steps", 20_000), new Random(seed));
    }

    private void play(Vertx vertx, int steps, Random random) throws Exception {
        var people = new ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            people.add(event.person("Person " + i));
        }
        truth.note();
        openScreens(vertx);
        var changes = new RandomChanges(random, event, people);
        var bells = new FaultyBells(random, belled);
        for (int step = 0; step < steps; step++) {
            var move = changes.next();
            truth.note();
            bells.ring(move);
            disturb(random);
        }
        screens.forEach(TestScreen::resume);

        for (var screen : screens) {
            screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        }
        truth.holds();
        assertThat(truth.observations()).isGreaterThan(steps);
        theBrowserShowsTheSame(screens.get(0));
    }

    private void openScreens(Vertx vertx) {
        for (var hub : List.of(belled, deaf)) {
            for (var pace : Pace.values()) {
                screens.add(open(vertx, hub, pace, List.of(event.name(PUBLIC)), ""));
                screens.add(open(vertx, hub, pace, List.of(event.name(ORGANIZERS), event.name(PUBLIC)), hub.signIn(1)));
            }
        }
    }

    private TestScreen open(Vertx vertx, TestHub hub, Pace pace, List<FeedName> feeds, String cookie) {
        return TestScreen.open(vertx, hub.http.port(), pace, feeds, cookie, truth::shown);
    }

    private void disturb(Random random) {
        var one = screens.get(random.nextInt(screens.size()));
        switch (random.nextInt(12)) {
            case 0 -> one.cut();
            case 1 -> one.pause();
            case 2, 3 -> one.resume();
            default -> {
                // in peace
            }
        }
    }

    private void theBrowserShowsTheSame(TestScreen screen) throws Exception {
        var name = event.name(PUBLIC);
        var frames = screen.heard().stream()
                .filter(frame -> name.toString().equals(frame.getString("feed")))
                .toList();
        var state = screen.awaitState(name, any -> true);

        assertThat(BrowserFold.fold(frames)).isEqualTo(BrowserFold.form(state));
    }

    private TestHub hub() throws Exception {
        var hub = TestHub.start(database.url(), TestHub.FAST);
        hub.organizers.add(1L);
        return hub;
    }
}
