package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One node, screens on real sockets, changes straight in the database. */
@ExtendWith(VertxExtension.class)
class LiveChannelTest {
    private TestDatabase database;
    private TestEvent event;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        hub = TestHub.start(database.url(), TestHub.FAST);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        event.close();
    }

    @Test
    void an_edit_is_on_the_screen_after_the_doorbell(Vertx vertx) throws Exception {
        var ada = event.person("Ada");
        event.join(ada, false);
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, event.name(PUBLIC));
        screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));

        var move = event.edit(ada, "Third Mainland Bridge", 1);
        hub.ring(move);

        var state = screen.awaitToken(event.name(PUBLIC), move.publicFeed());
        assertThat(state.totals().getInteger("edits")).isEqualTo(1);
        assertThat(state.edits().get(0).getString("title")).isEqualTo("Third Mainland Bridge");
        assertThat(state.people())
                .extracting(person -> person.getString("name"))
                .containsExactly("Ada");
    }
}
