package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database goes away, or the hub does: screens are told, and are exact again afterwards. */
@ExtendWith(VertxExtension.class)
class AwayTest {
    private TestDatabase database;
    private TestEvent event;
    private TestHub hub;
    private Connection door;
    private FeedName feed;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        feed = event.name(PUBLIC);
        var here = database.address();
        door = new DatabaseAddress(here.host(), here.port(), "postgres", here.user(), here.password(), here.sslMode())
                .jdbc()
                .getConnection();
        hub = TestHub.start(
                database.url(), TestHub.fast(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(300)));
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        event.close();
        door.close();
    }

    @Test
    void screens_are_told_when_the_database_is_away_and_when_it_is_back(Vertx vertx) throws Exception {
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        screen.awaitToken(feed, event.head(PUBLIC));
        var ada = event.person("Ada");

        refuseConnections(true);
        screen.awaitFrame(frame -> frame.getString("type").equals("stale"));
        var move = event.join(ada, false);
        refuseConnections(false);

        screen.awaitToken(feed, move.publicFeed());
        screen.awaitPings(1);
        assertThat(screen.heard().get(screen.heard().size() - 1).getString("type"))
                .isEqualTo("ping");
    }

    @Test
    void a_stop_tells_every_browser_to_come_back_in_a_moment(Vertx vertx) throws Exception {
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, feed);
        screen.awaitToken(feed, event.head(PUBLIC));

        hub.stopLive();

        assertThat(screen.awaitClose()).isEqualTo(1012);
        assertThat(Integer.parseInt(screen.closeText())).isBetween(0, 200);
    }

    /** By new connections; those of the hub are ended. */
    private void refuseConnections(boolean refuse) throws SQLException {
        var name = database.address().database();
        try (var statement = door.createStatement()) {
            statement.execute("alter database %s allow_connections %s".formatted(name, !refuse));
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = '%s' and application_name = 'vertx-pg-client'""".formatted(name));
        }
    }
}
