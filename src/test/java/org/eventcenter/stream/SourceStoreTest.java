package org.eventcenter.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.stream.SourceState.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SourceStoreTest {
    @Test
    void a_state_holds_as_long_as_its_reader_says_so_and_began_when_it_changed(Vertx vertx) throws Exception {
        var tables = TestPostgres.createWithAllTables();
        var sql = new TestSql(tables.jdbc());
        var pool = PgBuilder.pool().connectingTo(tables.url()).using(vertx).build();
        var store = new SourceStore(pool);
        assertThat(store.now().await(10, SECONDS)).isEqualTo(new SourceState(Kind.AWAY, null, null));

        var epoch = sql.number("select lease_take('stream', 'test', 60)");
        store.tell(epoch, Kind.LIVE, null).await(10, SECONDS);
        var live = store.now().await(10, SECONDS);
        store.tell(epoch, Kind.LIVE, null).await(10, SECONDS);
        assertThat(store.now().await(10, SECONDS)).isEqualTo(live);
        assertThat(live.kind()).isEqualTo(Kind.LIVE);

        sql.execute("update stream_source set told_at = told_at - interval '16 s'");
        var silent = store.now().await(10, SECONDS);
        assertThat(silent.kind()).isEqualTo(Kind.AWAY);
        assertThat(sql.text("select told_at = '" + silent.since() + "' from stream_source"))
                .isEqualTo("t");
        pool.close().await(5, SECONDS);
    }
}
