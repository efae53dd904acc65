package org.eventcenter.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.stream.FakeEventStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of a wiki whose truth is known, told with repeats, garbage, marks before their edits, times that step
 * back and changes of the data centre, over connections that are cut at any byte, to two hubs of which one reads and the
 * other takes over, while somebody joins at the one that does not read and the database's connections are cut: in the end
 * the rows and totals are the truth.
 */
@ExtendWith(VertxExtension.class)
class RandomHistoryTest {
    private static final List<String> TOPICS = List.of(
            "eqiad.mediawiki.page_change.v1",
            "codfw.mediawiki.page_change.v1",
            "eqiad.mediawiki.revision-tags-change",
            "codfw.mediawiki.revision-tags-change");
    private static final int STEPS = 500;
    private static final int REVISIONS = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @Timeout(180)
    void in_the_end_the_rows_are_the_truth(long seed, Vertx vertx) throws Exception {
        new History(seed, vertx).play();
    }

    @Tag("soak")
    @Test
    @Timeout(1_800)
    void so_they_are_after_many_histories(Vertx vertx) throws Exception {
        for (long seed = 1_000; seed < 1_040; seed++) {
            new History(seed, vertx).play();
        }
    }

    /** An edit as it happened; {@code person} is an index into the people. */
    private record Edit(long revId, int person, Instant savedAt) {}

    private static final class History {
        private final long seed;
        private final Random random;
        private final TestPostgres.TestDatabase tables = TestPostgres.createWithAllTables();
        private final TestCampaign campaign = new TestCampaign(tables);
        private final FakeEventStream stream;
        private final List<Long> events = new ArrayList<>();
        private final List<Long> accounts = new ArrayList<>();
        private final Set<Integer> gone = new HashSet<>();
        private final Map<Long, Edit> edits = new TreeMap<>();
        private final Map<Long, Boolean> reverted = new TreeMap<>();
        private final List<JsonObject> told = new ArrayList<>();
        private Instant clock = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
        private boolean otherDataCentre;
        private boolean lateOneIsIn;

        History(long seed, Vertx vertx) throws Exception {
            this.seed = seed;
            this.random = new Random(seed);
            this.stream = FakeEventStream.start(vertx);
        }

        /**
         * Persons 0 and 1 are in the first event, 2 privately too, 3 in both; 4 joins the first one half-way, at the node
         * that does not read; 5 is in none.
         */
        void play() throws Exception {
            events.add(campaign.event("rivers"));
            events.add(campaign.event("lakes"));
            for (int person = 0; person < 4; person++) {
                var account = campaign.account(centralId(person), name(person));
                accounts.add(account);
                campaign.join(events.get(0), account, person == 2);
                if (person == 3) {
                    campaign.join(events.get(1), account, false);
                }
            }
            var cuts = new Random(random.nextLong());
            stream.cutConnectionsAfter(() -> 10_000 + cuts.nextInt(50_000));

            var first = ReaderNode.start("first", tables, TestCampaign.reading(stream.url()));
            var second = ReaderNode.start("second", tables, TestCampaign.reading(stream.url()));
            tell(STEPS / 3);
            leave(1);
            campaign.sql.until(random.nextInt(40) + " <= (select count(*) from contribution)");
            join(4, second);
            tell(STEPS / 3);
            first.stop();
            tell(STEPS / 3);
            stream.cutConnectionsAfter(() -> Integer.MAX_VALUE);
            tellTheEnd();

            assertTruth();
            second.stop();
        }

        /** From the answer on everything that the person does is stored, whichever node reads and whatever was cut. */
        private void join(int person, ReaderNode node) throws Exception {
            var account = campaign.account(centralId(person), name(person));
            campaign.join(events.get(0), account, false);
            node.contribution
                    .joined(events.get(0), List.of(account))
                    .transform(knownThereOrNot -> Future.succeededFuture())
                    .await(20, SECONDS);
            lateOneIsIn = true;
        }

        /** What is read later of somebody who left is stored and does not count. */
        private void leave(int person) throws Exception {
            campaign.leave(events.get(0), accounts.get(person));
            gone.add(person);
        }

        private void tell(int steps) throws Exception {
            for (int step = 0; step < steps; step++) {
                clock = clock.plusMillis(random.nextBoolean() ? 0 : random.nextInt(500));
                if (random.nextInt(40) == 0) {
                    campaign.cutConnections();
                }
                otherDataCentre ^= random.nextInt(100) == 0;
                switch (random.nextInt(20)) {
                    case 0 -> append(WikiHistory.canary("eqiad.mediawiki.page_change.v1", clock));
                    case 1 -> tellGarbage();
                    case 2 -> repeatOne();
                    case 3, 4, 5, 6 -> tellMark();
                    default -> tellEdit(1 + random.nextInt(REVISIONS), someone());
                }
            }
        }

        private void tellEdit(long revId, int person) {
            var minutes = List.of(10, 10, 10, 10, -30, -90).get(random.nextInt(6));
            var edit = edits.computeIfAbsent(
                    revId, id -> new Edit(id, person, campaign.startsAt.plus(minutes, ChronoUnit.MINUTES)));
            var takenAt = clock.minusMillis(random.nextInt(3) == 0 ? random.nextInt(50) : 0);
            append(WikiHistory.edit(
                    "frwiki", revId, centralId(edit.person()), name(edit.person()), edit.savedAt(), takenAt));
        }

        private int someone() {
            int person = random.nextInt(6);
            return person == 4 && !lateOneIsIn ? 5 : person;
        }

        private void tellMark() {
            long revId = 1L + random.nextInt(REVISIONS);
            boolean now = random.nextInt(3) > 0;
            clock = clock.plusMillis(1);
            reverted.put(revId, now);
            append(WikiHistory.tags("frwiki", revId, now, clock));
        }

        private void tellGarbage() {
            var garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            stream.append(
                    "eqiad.mediawiki.page_change.v1",
                    clock,
                    random.nextBoolean() ? garbage : "{\"meta\"".getBytes(UTF_8));
        }

        private void repeatOne() {
            if (!told.isEmpty()) {
                stream.append(told.get(random.nextInt(told.size())));
            }
        }

        private void append(JsonObject event) {
            var sent = otherDataCentre ? WikiHistory.fromOtherDataCentre(event) : event;
            told.add(sent);
            stream.append(sent);
        }

        /** When the position of each topic has come to its last event, all before it is done. */
        private void tellTheEnd() throws Exception {
            clock = clock.plusSeconds(1);
            for (var topic : TOPICS) {
                stream.append(WikiHistory.canary(topic, clock));
            }
            campaign.sql.until("4 = (select count(*) from stream_position where at = '" + clock + "')");
        }

        private void assertTruth() throws Exception {
            assertThat(rows(events.get(0))).as("seed %d", seed).isEqualTo(expected(List.of(0, 1, 2, 3, 4)));
            assertThat(rows(events.get(1))).as("seed %d", seed).isEqualTo(expected(List.of(3)));
            for (long event : events) {
                assertThat(campaign.sql.text(RECOUNT.formatted(event))).isEqualTo("t");
                assertThat(campaign.sql.text(NUMBERS_WITHOUT_HOLES.formatted(event)))
                        .isEqualTo("t");
            }
        }

        private String expected(List<Integer> people) {
            var lines = new ArrayList<String>();
            edits.values().stream()
                    .filter(edit -> people.contains(edit.person()))
                    .filter(edit -> !edit.savedAt().isBefore(campaign.startsAt.minus(1, ChronoUnit.HOURS)))
                    .forEach(edit -> lines.add(edit.revId() + " " + reason(edit)));
            return String.join("\n", lines);
        }

        private String reason(Edit edit) {
            if (gone.contains(edit.person())) {
                return "not_registered";
            }
            if (edit.savedAt().isBefore(campaign.startsAt)) {
                return "before";
            }
            return reverted.getOrDefault(edit.revId(), false) ? "reverted" : "counts";
        }

        private String rows(long event) throws Exception {
            return String.valueOf(campaign.sql.text("""
                    select string_agg(rev_id || ' ' || coalesce(reason, 'counts'), E'\\n' order by rev_id)
                    from contribution where event_id = %d
                    """.formatted(event)));
        }

        private static final String RECOUNT = """
                select (o.edits, p.edits, o.active, p.active, o.articles, p.articles, o.bytes_added) = (
                    select count(*) filter (where counts), count(*) filter (where counts_public),
                        count(distinct account_id) filter (where counts),
                        count(distinct account_id) filter (where counts_public),
                        count(distinct (wiki, page_key)) filter (where counts),
                        count(distinct (wiki, page_key)) filter (where counts_public),
                        coalesce(sum(greatest(delta, 0)) filter (where counts), 0)
                    from contribution where event_id = o.event_id)
                from feed o join feed p on p.event_id = o.event_id and p.audience = 2
                where o.event_id = %d and o.audience = 1
                """;

        private static final String NUMBERS_WITHOUT_HOLES = """
                select array_agg(seq order by seq) = (
                    select array_agg(n) from feed, generate_series(1, last_seq) n where event_id = %1$d and audience = 1)
                from (select seq from feed_entry where event_id = %1$d and audience = 1
                    union all select org_seq from contribution where event_id = %1$d) numbers
                """;

        private static long centralId(int person) {
            return 9_000_000_001L + person;
        }

        private static String name(int person) {
            return "Person " + person;
        }
    }
}
