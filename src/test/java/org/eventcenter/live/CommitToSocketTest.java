package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.eventcenter.config.Settings;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures how long it takes from the commit of an edit until a browser holds it, with the intervals of the product.
 * {@code mvn test -Dtest=CommitToSocketTest -Dtest.excluded=none -Dpace=organizer -Dedits=1000 -Dgap=300}; {@code gap} is
 * the mean time between two edits, in milliseconds: below the pace's interval most of the time is waiting for the frame.
 */
@ExtendWith(VertxExtension.class)
@Tag("soak")
class CommitToSocketTest {
    private final NavigableMap<Long, Long> arrivals = new ConcurrentSkipListMap<>();

    @Test
    @Timeout(3600)
    void prints_median_and_99th_percentile(Vertx vertx) throws Exception {
        var pace = Pace.of(System.getProperty("pace", "organizer")).orElseThrow();
        var edits = Integer.getInteger("edits", 1000);
        var gap = Integer.getInteger("gap", 300);
        var config = LiveConfig.from(Settings.read("", Map.of(), Map.of()).section("live"));
        var database = TestPostgres.createWithAllTables();
        var event = TestEvent.create(database, "lagos");
        var hub = TestHub.start(database.url(), config);
        var ada = event.person("Ada");
        event.join(ada, false);
        var screen = TestScreen.open(
                vertx,
                hub.http.port(),
                pace,
                List.of(event.name(PUBLIC)),
                "",
                (feed, state) -> arrivals.putIfAbsent(state.token().seq(), System.nanoTime()));
        screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));

        var commits = new TreeMap<Long, Long>();
        var random = new Random(1);
        for (int i = 0; i < edits; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2 * gap + 1)));
            var move = event.edit(ada, "Page " + i % 50, 0);
            commits.put(move.publicFeed().seq(), System.nanoTime());
            hub.ring(move);
        }
        screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));

        print(pace, gap, commits);
        hub.close();
        event.close();
    }

    private void print(Pace pace, int gap, Map<Long, Long> commits) {
        var micros = new Histogram(3);
        commits.forEach((seq, committed) -> micros.recordValue(Math.max(
                0, TimeUnit.NANOSECONDS.toMicros(arrivals.ceilingEntry(seq).getValue() - committed))));
        System.out.printf(
                Locale.ROOT,
                "commit to socket, %d edits, %d ms apart on average, pace %s: median %.1f ms, 99th percentile %.1f ms%n",
                commits.size(),
                gap,
                pace,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
        assertThat(micros.getTotalCount()).isEqualTo(commits.size());
    }
}
