package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.stream.SourceStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RelayTest {
    @Test
    void a_database_is_silent_since_the_start_and_not_since_the_node_was_put_together(Vertx vertx) {
        var nobody = PgBuilder.pool()
                .connectingTo("postgresql://ada@127.0.0.1:1/hub")
                .using(vertx)
                .build();
        var now = new AtomicLong();
        var relay = new Relay(
                new FeedStore(nobody),
                new SourceStore(nobody),
                TestHub.FAST,
                new NodeTime(now::get, InstantSource.fixed(Instant.EPOCH)));
        var tooLong = TestHub.FAST.staleAfter().toNanos() + 1;

        now.addAndGet(tooLong);
        relay.start();
        relay.turn();
        assertThat(relay.pulse().staleSince()).isEmpty();

        now.addAndGet(tooLong);
        relay.turn();
        assertThat(relay.pulse().staleSince()).isPresent();
    }
}
