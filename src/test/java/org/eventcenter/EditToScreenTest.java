package org.eventcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.eventcenter.sandbox.SandboxConfig;
import org.eventcenter.sandbox.SimulatedWiki;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * From an edit that is saved at the simulated wiki to the frame on a socket, over stream, database and bell, all in one
 * process: {@code mvn test -Dtest=EditToScreenTest -Dtest.excluded=none -Dedits=1000 -Dgap=100}. The gap is the mean time
 * between two edits in milliseconds.
 */
@Tag("soak")
@Timeout(1800)
class EditToScreenTest {
    private static final int EDITS = Integer.getInteger("edits", 1000);
    private static final int GAP = Integer.getInteger("gap", 100);
    private static final String EDITOR = "Ada Reed";

    private final Map<Long, Long> savedAt = new ConcurrentHashMap<>();

    @Test
    void prints_median_and_99th_percentile_for_a_dashboard_and_a_room_screen() throws Exception {
        var vertx = Vertx.vertx();
        var wiki = SimulatedWiki.start(vertx, SandboxConfig.quiet(), Clock.systemUTC())
                .await(20, TimeUnit.SECONDS);
        wiki.act(wikis -> wikis.accounts().person(EDITOR)).await(20, TimeUnit.SECONDS);
        wiki.openStream().await(20, TimeUnit.SECONDS);
        try (var hub = TestHub.beside(wiki)) {
            prepare(hub);
            var organizer = new Arrivals(hub, "organizer");
            var screen = new Arrivals(hub, "screen");
            edit(wiki);
            organizer.print();
            screen.print();
        }
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    private static void prepare(TestHub hub) {
        var token = hub.token("Org Anizer");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var event = new JsonObject()
                .put("slug", "latency")
                .put("name", "Latency")
                .put("status", "published")
                .put("startsAt", now.minus(Duration.ofHours(1)).toString())
                .put("endsAt", now.plus(Duration.ofHours(3)).toString())
                .put("wikis", new JsonArray(List.of("enwiki")));
        assertThat(hub.api("POST", "/api/events", token, event).statusCode()).isEqualTo(201);
        var names = new JsonObject().put("names", new JsonArray().add(EDITOR));
        assertThat(hub.api("POST", "/api/events/latency/participants", token, names)
                        .statusCode())
                .isEqualTo(200);
    }

    private void edit(SimulatedWiki wiki) throws Exception {
        for (int i = 0; i < EDITS; i++) {
            var edit = Edit.by(EDITOR, "enwiki", "Article " + i % 200, 10);
            wiki.act(wikis -> {
                        var at = System.nanoTime();
                        return savedAt.put(wikis.save(edit).id(), at);
                    })
                    .await(20, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(2 * GAP));
        }
    }

    /** When each edit came to one socket. */
    private final class Arrivals {
        private final String pace;
        private final RecordedSocket socket;
        private final Map<Long, Long> arrivedAt = new ConcurrentHashMap<>();

        Arrivals(TestHub hub, String pace) throws InterruptedException {
            this.pace = pace;
            this.socket = RecordedSocket.open(hub.url(), "event/latency/public", pace, this::note);
            socket.await("snapshot");
        }

        private void note(JsonObject frame) {
            var at = System.nanoTime();
            for (var entry : frame.getJsonArray("entries", new JsonArray())) {
                var revision = ((JsonObject) entry).getLong("rev");
                if (revision != null) {
                    arrivedAt.put(revision, at);
                }
            }
        }

        void print() throws InterruptedException {
            while (arrivedAt.size() < EDITS) {
                socket.await("entries");
            }
            var taken = new Histogram(3);
            savedAt.forEach((revision, at) -> taken.recordValue(
                    TimeUnit.NANOSECONDS.toMicros(Objects.requireNonNull(arrivedAt.get(revision)) - at)));
            System.out.printf(
                    "%s: %d edits, median %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    pace,
                    EDITS,
                    taken.getValueAtPercentile(50) / 1000.0,
                    taken.getValueAtPercentile(99) / 1000.0,
                    taken.getMaxValue() / 1000.0);
        }
    }
}
