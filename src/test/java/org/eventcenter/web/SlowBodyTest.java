package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SlowBodyTest {
    @Test
    void a_body_that_does_not_come_to_its_end_is_cut_off_with_408(Vertx vertx) throws Exception {
        int port = FreePort.choose(0);
        var http = new HttpConfig("127.0.0.1", port, "http://localhost:" + port, List.of(), Duration.ofMillis(200));
        var site = TestSite.start(
                vertx, http, (router, kernel) -> router.post("/api/things").handler(context -> context.end("ok")));
        var head = "POST /api/things HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";

        var answer = site.speak(out -> {
            try {
                out.write(head.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(answer).startsWith("HTTP/1.1 408").contains("That took too long");
    }
}
