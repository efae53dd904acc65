package org.eventcenter.operations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.WebClient;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.SslMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.DatabaseConfig;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OperationsModuleTest {
    @Test
    void a_node_with_its_database_is_up_and_ready_and_says_what_else_there_is_to_know(Vertx vertx) throws Exception {
        var node = new Node(vertx, TestPostgres.create(List.of()).address());

        assertThat(node.ask("/healthz")).isEqualTo("200 {\"up\":true}");
        assertThat(node.ask("/readyz"))
                .isEqualTo("200 {\"ready\":true,\"database\":\"answers\",\"stream\":\"another node reads\"}");
    }

    @Test
    void a_node_without_its_database_is_up_and_not_ready(Vertx vertx) throws Exception {
        var node = new Node(vertx, new DatabaseAddress("127.0.0.1", 1, "hub", "ada", "", SslMode.DISABLE));

        assertThat(node.ask("/healthz")).isEqualTo("200 {\"up\":true}");
        assertThat(node.ask("/readyz")).startsWith("503 {\"ready\":false,\"database\":\"does not answer\"");
    }

    @Test
    void a_node_that_stops_gets_nobody_new(Vertx vertx) throws Exception {
        var node = new Node(vertx, TestPostgres.create(List.of()).address());

        node.readiness.stop();

        assertThat(node.ask("/readyz")).startsWith("503 ").contains("\"node\":\"stopping\"");
    }

    private static final class Node {
        private final Readiness readiness;
        private final WebClient client;
        private final int port;

        Node(Vertx vertx, DatabaseAddress address) throws Exception {
            var config = new DatabaseConfig(Optional.empty(), 2, 1, Duration.ofSeconds(2), Duration.ofSeconds(2));
            var database = new Database(vertx, address, config);
            readiness = new Readiness(database.fast());
            readiness.tell("stream", () -> Future.succeededFuture("another node reads"));
            var router = Router.router(vertx);
            new OperationsModule(readiness).routes(router);
            port = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .await(5, SECONDS)
                    .actualPort();
            client = WebClient.create(vertx);
        }

        String ask(String path) throws Exception {
            var answer = client.get(port, "127.0.0.1", path).send().await(10, SECONDS);
            assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
            return answer.statusCode() + " " + answer.bodyAsString();
        }
    }
}
