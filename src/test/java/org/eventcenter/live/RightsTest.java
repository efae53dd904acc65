package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.ORGANIZERS;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may watch what: asked at the hello, asked again while the feed is open. */
@ExtendWith(VertxExtension.class)
class RightsTest {
    private static final long ADA = 1;

    private TestEvent event;
    private TestHub hub;
    private String asAda;

    @BeforeEach
    void start() throws Exception {
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        hub = TestHub.start(database.url(), TestHub.FAST);
        asAda = hub.signIn(ADA);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        event.close();
    }

    @Test
    void the_organizers_feed_asks_strangers_to_sign_in(Vertx vertx) {
        assertThat(open(vertx, event.name(ORGANIZERS), "").awaitClose()).isEqualTo(4401);
    }

    @Test
    void the_organizers_feed_is_not_for_those_who_only_signed_in(Vertx vertx) {
        assertThat(open(vertx, event.name(ORGANIZERS), asAda).awaitClose()).isEqualTo(4403);
    }

    @Test
    void a_draft_is_unknown_to_all_but_its_organizers(Vertx vertx) throws Exception {
        event.status("draft");

        assertThat(open(vertx, event.name(PUBLIC), "").awaitClose()).isEqualTo(4404);
        assertThat(open(vertx, event.name(ORGANIZERS), asAda).awaitClose()).isEqualTo(4404);
        hub.organizers.add(ADA);
        open(vertx, event.name(ORGANIZERS), asAda).awaitToken(event.name(ORGANIZERS), event.head(ORGANIZERS));
    }

    @Test
    void the_feed_closes_when_the_role_ends(Vertx vertx) throws Exception {
        hub.organizers.add(ADA);
        var dashboard = open(vertx, event.name(ORGANIZERS), asAda);
        dashboard.awaitToken(event.name(ORGANIZERS), event.head(ORGANIZERS));

        hub.organizers.remove(ADA);

        assertThat(dashboard.awaitClose()).isEqualTo(4403);
    }

    @Test
    void the_public_feed_of_a_draft_closes_when_the_role_ends(Vertx vertx) throws Exception {
        event.status("draft");
        hub.organizers.add(ADA);
        var screen = open(vertx, event.name(PUBLIC), asAda);
        screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));

        hub.organizers.remove(ADA);

        assertThat(screen.awaitClose()).isEqualTo(4404);
    }

    @Test
    void the_public_feed_closes_for_all_but_organizers_when_the_event_is_a_draft_again(Vertx vertx) throws Exception {
        hub.organizers.add(ADA);
        var organizer = open(vertx, event.name(PUBLIC), asAda);
        var stranger = open(vertx, event.name(PUBLIC), "");
        organizer.awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        stranger.awaitToken(event.name(PUBLIC), event.head(PUBLIC));

        event.status("draft");

        assertThat(stranger.awaitClose()).isEqualTo(4404);
        organizer.awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        organizer.awaitPings(2);
        assertThat(organizer.isOpen()).isTrue();
    }

    @Test
    void the_feed_closes_when_the_session_ends(Vertx vertx) throws Exception {
        hub.organizers.add(ADA);
        var dashboard = open(vertx, event.name(ORGANIZERS), asAda);
        dashboard.awaitToken(event.name(ORGANIZERS), event.head(ORGANIZERS));

        hub.signedIn.remove(ADA);

        assertThat(dashboard.awaitClose()).isEqualTo(4401);
    }

    @Test
    void a_foreign_page_is_anonymous_whatever_cookie_comes_along(Vertx vertx) throws Exception {
        hub.organizers.add(ADA);
        var foreign = MultiMap.caseInsensitiveMultiMap()
                .add("Origin", "http://elsewhere.example")
                .add("Cookie", asAda);
        var pageless = MultiMap.caseInsensitiveMultiMap().add("Cookie", asAda);

        for (var headers : List.of(foreign, pageless)) {
            assertThat(open(vertx, event.name(ORGANIZERS), headers).awaitClose())
                    .isEqualTo(4401);
            open(vertx, event.name(PUBLIC), headers).awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        }
    }

    @Test
    void a_session_has_only_so_many_sockets(Vertx vertx) throws Exception {
        for (int i = 0; i < 32; i++) {
            open(vertx, event.name(PUBLIC), asAda).awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        }

        assertThat(open(vertx, event.name(PUBLIC), asAda).awaitClose()).isEqualTo(4429);
    }

    private TestScreen open(Vertx vertx, FeedName feed, String cookie) {
        return TestScreen.open(vertx, hub.http.port(), Pace.ORGANIZER, List.of(feed), cookie, (any, state) -> {});
    }

    private TestScreen open(Vertx vertx, FeedName feed, MultiMap headers) {
        return TestScreen.open(vertx, hub.http.port(), Pace.ORGANIZER, List.of(feed), headers);
    }
}
