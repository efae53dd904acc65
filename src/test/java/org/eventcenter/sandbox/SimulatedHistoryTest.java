package org.eventcenter.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eventcenter.sandbox.mediawiki.Edit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's wiki has a past, which can be read from the stream like any other. */
@ExtendWith(VertxExtension.class)
class SimulatedHistoryTest {
    private static final String MARKER = "End of the Past";

    private static SimulatedWiki wiki;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        wiki = SimulatedWiki.start(vertx, SandboxConfig.demo(0), Clock.systemUTC())
                .await(30, SECONDS);
        wiki.openStream().await(5, SECONDS);
        wiki.act(wikis -> wikis.save(Edit.by("Last Of All", "enwiki", MARKER, 1)))
                .await(5, SECONDS);
    }

    @Test
    void two_hours_have_passed_untidily() throws Exception {
        var events = replay("mediawiki.page_change.v1");

        var times = events.stream().map(SimulatedHistoryTest::time).toList();
        assertThat(Duration.between(times.get(0), times.get(times.size() - 1)))
                .isBetween(Duration.ofMinutes(115), Duration.ofMinutes(125));
        assertThat(pairs(times)).anyMatch(difference -> difference.isZero()).anyMatch(Duration::isNegative);
        assertThat(events)
                .anyMatch(
                        event -> event.getJsonObject("meta").getString("domain").equals("canary"));
        assertThat(events).hasSizeGreaterThan(3_000);
    }

    @Test
    void there_are_new_redirects_and_edits_that_change_nothing() throws Exception {
        assertThat(replay("mediawiki.page_change.v1"))
                .filteredOn(event -> event.containsKey("page"))
                .anyMatch(event -> event.getJsonObject("page").getBoolean("is_redirect", false)
                        && event.getString("page_change_kind").equals("create"))
                .anyMatch(event -> event.containsKey("prior_state")
                        && event.getJsonObject("prior_state")
                                .getJsonObject("revision")
                                .getString("rev_sha1")
                                .equals(event.getJsonObject("revision").getString("rev_sha1")));
    }

    @Test
    void a_page_change_has_the_shape_of_its_schema() throws Exception {
        var events = replay("mediawiki.page_change.v1");

        assertThat(events)
                .filteredOn(event -> !event.getString("wiki_id").equals("example"))
                .allSatisfy(event -> {
                    var revision = event.getJsonObject("revision");
                    assertThat(event.getJsonObject("performer").getLong("user_central_id"))
                            .isPositive();
                    assertThat(revision.getLong("rev_id")).isGreaterThan(revision.getLong("rev_parent_id"));
                    assertThat(event.containsKey("prior_state"))
                            .isEqualTo(event.getString("page_change_kind").equals("edit"));
                    assertThat(time(event))
                            .isAfterOrEqualTo(
                                    Instant.parse(revision.getString("rev_dt")).minusMillis(40));
                    assertThat(event.getJsonObject("page").getString("page_title"))
                            .doesNotContain(" ");
                });
        assertThat(events).anyMatch(event -> event.getJsonObject("revision").containsKey("revert"));
        assertThat(events).anyMatch(event -> event.getJsonObject("revision").getLong("rev_id") > 1L << 31);
    }

    @Test
    void recentchange_tells_of_the_same_edits_and_of_rows_that_are_none() throws Exception {
        var rows = replay("mediawiki.recentchange");

        assertThat(rows).extracting(row -> row.getString("type")).contains("edit", "new", "categorize", "log", null);
        assertThat(rows)
                .filteredOn(row -> "new".equals(row.getString("type")))
                .allMatch(row -> !row.getJsonObject("length").containsKey("old"));
    }

    /** All events of the stream up to the marker. */
    private List<JsonObject> replay(String stream) throws Exception {
        var events = new ArrayList<JsonObject>();
        var since = Instant.now().minus(Duration.ofHours(3)).toEpochMilli();
        try (var reading = RawStream.open(wiki, stream + "?since=" + since)) {
            JsonObject event;
            do {
                event = reading.told().data();
                events.add(event);
            } while (!event.encode().contains(MARKER.replace(' ', '_')));
        }
        return events;
    }

    private static Instant time(JsonObject event) {
        return Instant.parse(event.getJsonObject("meta").getString("dt"));
    }

    private static List<Duration> pairs(List<Instant> times) {
        var differences = new ArrayList<Duration>();
        for (int i = 1; i < times.size(); i++) {
            differences.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return differences;
    }
}
