package org.eventcenter.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eventcenter.TestHub;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.sandbox.demo.Demo;

/** A whole hub beside a simulated wiki, filled by the demo. */
final class DemoSite implements AutoCloseable {
    private static final String EVENT = "/api/events/rivers-and-wetlands";
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    final SimulatedWiki wiki;
    final TestHub hub;
    private final Vertx vertx;
    private final String token;

    DemoSite(Vertx vertx) throws Exception {
        this.vertx = vertx;
        wiki = SimulatedWiki.start(vertx, SandboxConfig.demo(0), Clock.systemUTC())
                .await(PATIENCE_SECONDS, SECONDS);
        hub = TestHub.beside(
                wiki,
                TestPostgres.create(List.of()),
                Map.of(
                        "oauth.client_id",
                        Demo.CLIENT_ID,
                        "stream.first_position",
                        "3h",
                        "stream.backoff_max",
                        "200ms"));
        token = hub.token("Demo organizer");
    }

    /** Zero for nobody who comes later. */
    Demo.Links begin(Duration betweenArrivals) throws Exception {
        return new Demo(vertx, wiki, URI.create(hub.url()), token, Clock.systemUTC(), betweenArrivals)
                .begin()
                .await(PATIENCE_SECONDS, SECONDS);
    }

    HttpResponse<String> open(String link) {
        return hub.get(link.substring(hub.url().length()));
    }

    /** The event in full swing. */
    JsonObject event() {
        return hub.json(hub.api("GET", EVENT, "", ""));
    }

    int figure(String audience, String metric) {
        var totals = hub.json(hub.api("GET", EVENT + "/totals", token, "")).getJsonObject(audience);
        return totals.getJsonObject("totals").getInteger(metric);
    }

    /** Asks, now and then, until the figure is as expected. */
    void await(String audience, String metric, int expected) {
        var end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        int figure = figure(audience, metric);
        while (figure != expected && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
            figure = figure(audience, metric);
        }
        assertThat(figure).as(metric + " of " + audience).isEqualTo(expected);
    }

    @Override
    public void close() {
        hub.close();
    }
}
