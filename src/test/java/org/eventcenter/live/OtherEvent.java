package org.eventcenter.live;

import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** A hub hears bells in the order in which they are rung: what this event shows was rung after all that was before. */
final class OtherEvent implements AutoCloseable {
    private final TestHub hub;
    private final TestEvent event;
    private final TestScreen screen;

    OtherEvent(Vertx vertx, TestHub hub, TestDatabase database) throws SQLException {
        this.hub = hub;
        this.event = TestEvent.create(database, "abuja");
        this.screen = TestScreen.open(vertx, hub, Pace.ORGANIZER, event.name(PUBLIC));
        screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));
    }

    void awaitBells() throws SQLException {
        var joined = event.join(event.person("Ben"), false);
        hub.ring(joined);
        screen.awaitToken(event.name(PUBLIC), joined.publicFeed());
    }

    @Override
    public void close() throws SQLException {
        event.close();
    }
}
