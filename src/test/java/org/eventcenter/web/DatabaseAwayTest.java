package org.eventcenter.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DatabaseAwayTest {
    @Test
    void a_database_that_nobody_hears_is_503_with_a_time_to_come_back(Vertx vertx) throws Exception {
        var nobody = pool(vertx, "postgresql://nobody:x@127.0.0.1:" + FreePort.choose(0) + "/nothing");

        assertUnavailable(ask(vertx, nobody, "select 1"));
    }

    @Test
    void a_statement_that_the_server_ends_is_503(Vertx vertx) throws Exception {
        var pool = pool(vertx, TestPostgres.create(List.of()).url());

        assertUnavailable(ask(vertx, pool, "do $$ begin raise exception using errcode = '57014'; end $$"));
    }

    @Test
    void a_pool_without_a_free_connection_is_503(Vertx vertx) throws Exception {
        var pool = pool(vertx, TestPostgres.create(List.of()).url());
        var held = pool.getConnection().await(5, SECONDS);

        assertUnavailable(ask(vertx, pool, "select 1"));
        held.close().await(5, SECONDS);
    }

    @Test
    void a_statement_that_makes_no_sense_is_a_fault_of_ours(Vertx vertx) throws Exception {
        var pool = pool(vertx, TestPostgres.create(List.of()).url());

        assertThat(ask(vertx, pool, "selekt 1").statusCode()).isEqualTo(500);
    }

    private static Pool pool(Vertx vertx, String url) {
        var oneAtATime = new PoolOptions()
                .setMaxSize(1)
                .setConnectionTimeout(300)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool().with(oneAtATime).connectingTo(url).using(vertx).build();
    }

    private static HttpResponse<String> ask(Vertx vertx, Pool pool, String sql) throws Exception {
        var site = TestSite.start(
                vertx,
                (router, kernel) -> router.get("/api/rows")
                        .handler(context -> pool.query(sql)
                                .execute()
                                .compose(rows -> Future.<Void>succeededFuture())
                                .compose(done -> context.end())
                                .onFailure(context::fail)));
        return site.get("/api/rows");
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(new JsonObject(answer.body()).getInteger("retryAfter")).isEqualTo(5);
    }
}
