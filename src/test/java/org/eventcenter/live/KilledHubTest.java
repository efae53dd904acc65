package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.web.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub is killed while it tells its screens, and another one takes its place. */
@ExtendWith(VertxExtension.class)
class KilledHubTest {
    @Test
    @Timeout(180)
    void screens_are_exact_after_the_hub_was_killed_and_started_again(Vertx vertx) throws Exception {
        var database = TestPostgres.createWithAllTables();
        var event = TestEvent.create(database, "lagos");
        var truth = new Truth(event);
        truth.note();
        var port = FreePort.choose(0);
        var first = HubProcess.start(database.url(), port);
        var screens = new ArrayList<TestScreen>();
        for (var pace : Pace.values()) {
            screens.add(TestScreen.open(vertx, port, pace, List.of(event.name(PUBLIC)), "", truth::shown));
        }
        var changes = new RandomChanges(new Random(7), event, List.of(event.person("Ada"), event.person("Bo")));

        change(changes, truth, 30);
        screens.get(0).awaitState(event.name(PUBLIC), any -> true);
        first.kill();
        change(changes, truth, 10);
        var second = HubProcess.start(database.url(), port);
        change(changes, truth, 10);

        for (var screen : screens) {
            screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        }
        truth.holds();
        assertThat(truth.observations()).isGreaterThan(screens.size());
        screens.forEach(TestScreen::close);
        second.kill();
        event.close();
    }

    /** No bell rings: these screens are told by the query of heads alone. */
    private static void change(RandomChanges changes, Truth truth, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            changes.next();
            truth.note();
        }
    }
}
