package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.ORGANIZERS;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * hears none; screens of all paces are cut and stop reading at random, others come and leave; the nodes' connections to
 * the database are cut, and it is restored to a moment of before.
 */
@ExtendWith(VertxExtension.class)
class LiveModelTest {
    private static final Duration SNAPSHOT_AGE = Duration.ofMillis(100);

    private final List<TestScreen> screens = new ArrayList<>();
    private TestDatabase database;
    private TestEvent event;
    private TestHub belled;
    private TestHub deaf;
    private Truth truth;
    private Backup backup;
    private Newcomers newcomers;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        truth = new Truth(event);
        backup = new Backup(database);
        newcomers = new Newcomers(truth, SNAPSHOT_AGE);
        belled = hub();
        deaf = hub();
    }

    @AfterEach
    void stop() throws Exception {
        screens.forEach(TestScreen::close);
        belled.close();
        deaf.close();
        backup.close();
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
        backup.take();
        openScreens(vertx);
        var changes = new RandomChanges(random, event, people);
        var bells = new FaultyBells(random, belled);
        for (int step = 0; step < steps; step++) {
            var move = changes.next();
            truth.note();
            bells.ring(move);
            disturb(random);
            strike(random);
            if (random.nextInt(4) == 0) {
                newcomers.open(() -> newcomer(vertx, random));
            }
        }
        newcomers.allLeave();
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

    private void strike(Random random) throws Exception {
        switch (random.nextInt(40)) {
            case 0 -> backup.take();
            case 1 -> {
                backup.restore();
                truth.note();
            }
            case 2 -> backup.cutConnectionsOfHubs();
            default -> {
                // spared
            }
        }
    }

    private TestScreen newcomer(Vertx vertx, Random random) {
        var hub = random.nextBoolean() ? belled : deaf;
        var paces = List.copyOf(EnumSet.allOf(Pace.class));
        var pace = paces.get(random.nextInt(paces.size()));
        return open(vertx, hub, pace, List.of(event.name(PUBLIC)), "");
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
        var hub = TestHub.start(database.url(), TestHub.keepingFor(SNAPSHOT_AGE));
        hub.organizers.add(1L);
        return hub;
    }
}
