package org.eventcenter.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.List;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journal alone, without a module that brings contributions. */
@ExtendWith(VertxExtension.class)
class FeedStoreTest {
    private static final Feed PUBLIC = new Feed(7, FeedAudience.PUBLIC);

    private Pool pool;
    private FeedStore store;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        var database = TestPostgres.create(List.of(new FeedModule()));
        pool = PgBuilder.pool().connectingTo(database.url()).using(vertx).build();
        store = new FeedStore(pool);
        sql("select feed_open(7)");
    }

    @AfterEach
    void close() throws Exception {
        pool.close().await(5, SECONDS);
    }

    @Test
    void a_catch_up_holds_what_came_after_the_token_and_ends_at_the_head() throws Exception {
        sql("select feed_both(7, 'goal', '{}')");
        var first = head();
        sql("select feed_both(7, 'event', '{\"x\": 1}')");

        var frame = store.after(PUBLIC, first).await(5, SECONDS);

        assertThat(frame.getString("type")).isEqualTo("entries");
        assertThat(frame.getString("from")).isEqualTo(first.toString());
        assertThat(frame.getString("token")).isEqualTo(head().toString());
        assertThat(frame.getJsonArray("entries").getJsonObject(0))
                .isEqualTo(new JsonObject().put("seq", 2).put("kind", "event").put("x", 1));
        assertThat(frame.getJsonArray("entries")).hasSize(1);
    }

    @Test
    void a_token_of_another_epoch_or_from_the_future_is_answered_with_a_reset() throws Exception {
        var head = head();

        var fromTheFuture =
                store.after(PUBLIC, new FeedToken(head.epoch(), 1_000_000_000)).await(5, SECONDS);
        var ofAnotherEpoch = store.after(PUBLIC, new FeedToken("00000000", 0)).await(5, SECONDS);

        assertThat(fromTheFuture).isEqualTo(new JsonObject().put("type", "reset"));
        assertThat(ofAnotherEpoch).isEqualTo(fromTheFuture);
    }

    @Test
    void more_than_two_hundred_entries_become_a_snapshot() throws Exception {
        var before = head();
        sql("select feed_both(7, 'goal', '{}') from generate_series(1, 201)");

        var frame = store.after(PUBLIC, before).await(5, SECONDS);

        assertThat(frame.getString("type")).isEqualTo("snapshot");
        assertThat(frame.getString("token")).isEqualTo(before.epoch() + "-201");
        assertThat(frame.getJsonObject("state").getJsonObject("totals").getInteger("edits"))
                .isZero();
    }

    @Test
    void a_feed_that_does_not_exist_has_no_head_and_no_snapshot() throws Exception {
        var missing = new Feed(8, FeedAudience.PUBLIC);

        assertThat(store.heads(List.of(missing, PUBLIC)).await(5, SECONDS))
                .extracting(FeedHead::feed)
                .containsExactly(PUBLIC);
        assertThatThrownBy(() -> store.snapshot(missing).await(5, SECONDS)).hasMessageContaining("no feed");
    }

    private FeedToken head() throws Exception {
        return store.heads(List.of(PUBLIC)).await(5, SECONDS).get(0).token();
    }

    private void sql(String text) throws Exception {
        pool.query(text).execute().await(5, SECONDS);
    }
}
