package org.eventcenter.campaign;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eventcenter.wiki.WikiClient;
import org.eventcenter.wiki.WikiConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class WikiNamesTest {
    @Test
    void a_page_does_not_wait_for_a_wiki_that_says_nothing(Vertx vertx) throws Exception {
        var silent = vertx.createHttpServer()
                .requestHandler(request -> {})
                .listen(0, "127.0.0.1")
                .await(5, SECONDS);
        var address = "127.0.0.1:" + silent.actualPort();
        var longer = Duration.ofMinutes(5);
        var config = new WikiConfig(URI.create("http://" + address), List.of(address), "https://hub.example/", longer);

        var names = new WikiNames(new WikiClient(vertx, config, Clock.systemUTC()))
                .of(List.of("frwiki"))
                .await(30, SECONDS);

        assertThat(names).containsEntry("frwiki", new WikiNames.WikiName("frwiki", "frwiki", "", ""));
    }
}
