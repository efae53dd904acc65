package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.lang.reflect.Proxy;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A look that fails half-way is made anew: a number is remembered only when all that it stands for is in the index. */
@ExtendWith(VertxExtension.class)
class IndexWatchTest {
    private static final long ADA = 9_000_000_001L;
    private static final long BEN = 9_000_000_002L;

    private final ParticipantIndex index = new ParticipantIndex();
    private TestCampaign campaign;
    private Pool pool;
    private IndexWatch watch;
    private long event;

    /** What the database answers no query that reads from; empty: it answers all. */
    private volatile String unreadable = "";

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        var tables = TestPostgres.createWithAllTables();
        campaign = new TestCampaign(tables);
        pool = PgBuilder.pool().connectingTo(tables.url()).using(vertx).build();
        watch = new IndexWatch(vertx, new IndexStore(sometimesUnreadable(), sometimesUnreadable()), index);
        event = campaign.event("rivers");
        campaign.join(event, campaign.account(ADA, "Ada Example"), false);
    }

    @AfterEach
    void close() throws Exception {
        pool.close().await(5, SECONDS);
    }

    @Test
    void people_of_a_new_event_are_read_again_when_that_failed() throws Exception {
        fail("from registration r join account a");

        watch.catchUp().await(5, SECONDS);

        assertThat(index.knowsAccount(ADA)).isTrue();
        assertThat(index.event(event)).isPresent();
    }

    @Test
    void who_joined_since_is_read_again_when_that_failed() throws Exception {
        watch.catchUp().await(5, SECONDS);
        campaign.join(event, campaign.account(BEN, "Ben Example"), false);
        fail("join feed_entry e");

        watch.catchUp().await(5, SECONDS);

        assertThat(index.knowsAccount(BEN)).isTrue();
    }

    @Test
    void what_is_held_is_read_again_when_that_failed() throws Exception {
        watch.catchUp().await(5, SECONDS);
        campaign.sql.execute("""
                select contribution_record(lease_take('stream', 'test', 60), %d, 1, '{1}', '{frwiki}', '{77}', '{5}', '{0}',
                    '{A}', '{edit}', '{false}', '{10}', array['%s'::timestamptz], '{true}')""".formatted(event, campaign.startsAt));
        fail("join contribution c");

        watch.catchUp().await(5, SECONDS);

        assertThat(index.holders("frwiki", 77)).containsExactly(event);
    }

    @Test
    void an_event_that_could_not_be_read_itself_is_read_again() throws Exception {
        fail("array(select wiki from event_wiki");

        watch.catchUp().await(5, SECONDS);

        assertThat(index.event(event)).isPresent();
    }

    private void fail(String part) {
        unreadable = part;
        assertThatThrownBy(() -> watch.catchUp().await(5, SECONDS)).hasMessage("cannot be read: " + part);
        unreadable = "";
    }

    private Pool sometimesUnreadable() {
        return (Pool) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Pool.class}, (proxy, method, arguments) -> {
                    var broken = unreadable;
                    if (method.getName().equals("preparedQuery")
                            && !broken.isEmpty()
                            && ((String) arguments[0]).contains(broken)) {
                        throw new IllegalStateException("cannot be read: " + broken);
                    }
                    return method.invoke(pool, arguments);
                });
    }
}
