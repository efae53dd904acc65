package org.eventcenter.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eventcenter.config.Settings;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseConfig;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.stream.StreamConfig.Edits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** The reader of the stream over HTTP, with a lease and a position in a real database and a sink of its own. */
@ExtendWith(VertxExtension.class)
class StreamModuleTest {
    private static final String EDITS = "eqiad.mediawiki.page_change.v1";
    private static final String TAGS = "codfw.mediawiki.revision-tags-change";
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private TestSql sql;
    private Vertx vertx;
    private Database database;
    private FakeEventStream stream;
    private StreamModule module;
    private final FakeSink sink = new FakeSink();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(600);

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        this.vertx = vertx;
        var tables = TestPostgres.createWithAllTables();
        sql = new TestSql(tables.jdbc());
        var config = DatabaseConfig.from(Settings.read("", Map.of(), Map.of()).section("database"));
        database = new Database(vertx, tables.address(), config);
        stream = FakeEventStream.start(vertx);
        module = module(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws Exception {
        module.stop().await(10, SECONDS);
        database.close().await(10, SECONDS);
    }

    @Test
    void changes_of_known_people_reach_the_sink_in_order() throws Exception {
        stream.append(edit(1, 0));
        stream.append(edit(2, 1).put("page_change_kind", "delete"));
        stream.append(SampleEvents.canary(Streams.PAGE_CHANGE));
        stream.append(edit(3, 2));
        module.start().await(10, SECONDS);
        assertThat(sink.nextRevision()).isEqualTo(1);
        assertThat(sink.nextRevision()).isEqualTo(3);

        stream.append(edit(4, 3));

        assertThat(sink.nextRevision()).isEqualTo(4);
    }

    @Test
    void it_asks_for_both_data_centres_of_every_stream_and_says_who_it_is() throws Exception {
        stream.append(edit(1, 0));
        module.start().await(10, SECONDS);
        sink.next();

        var asked = stream.asked().get(0);

        assertThat(asked.path()).isEqualTo("/v2/stream/mediawiki.page_change.v1,mediawiki.revision-tags-change");
        assertThat(asked.userAgent()).isEqualTo("Test/1 (https://example.org/contact)");
        assertThat(asked.topics())
                .containsExactlyInAnyOrder(
                        EDITS, "codfw.mediawiki.page_change.v1", "eqiad.mediawiki.revision-tags-change", TAGS);
        assertThat(asked.lastEventId().encode()).doesNotContain("offset");
    }

    @Test
    void recentchange_is_read_instead_where_it_is_configured() throws Exception {
        module = module(Duration.ofSeconds(30), Edits.RECENTCHANGE);
        stream.append(SampleEvents.recentChange("edit")
                .put("user", "Ada Example")
                .put("meta", meta("codfw.mediawiki.recentchange", 1)));
        module.start().await(10, SECONDS);

        assertThat(sink.nextRevision()).isEqualTo(2_350_000_011L);
        assertThat(stream.asked().get(0).path())
                .isEqualTo("/v2/stream/mediawiki.recentchange,mediawiki.revision-tags-change");
    }

    @Test
    void it_comes_back_a_while_before_what_it_read_and_with_one_connection_at_a_time() throws Exception {
        stream.append(edit(1, 100));
        stream.append(mark(1, 50));
        module.start().await(10, SECONDS);
        sink.next();
        sink.next();

        stream.endConnections();
        stream.append(edit(2, 101));

        sink.untilRevision(2);
        var again = stream.asked().get(1);
        assertThat(again.begin(EDITS)).isEqualTo(start.plusSeconds(100).minus(OVERLAP));
        assertThat(again.begin(TAGS)).isEqualTo(start.plusSeconds(50).minus(OVERLAP));
        assertThat(stream.mostReaders()).isEqualTo(1);
    }

    @Test
    void the_stored_position_follows_the_sink() throws Exception {
        sink.doneAtOnce = false;
        stream.append(edit(1, 100));
        stream.append(edit(2, 200));
        stream.append(mark(1, 150));
        module.start().await(10, SECONDS);
        var first = sink.next();
        var second = sink.next();
        var third = sink.next();
        assertThat(position(EDITS)).isBefore(start.plusSeconds(100));

        var ofMark = first.change() instanceof Change.RevertMark
                ? first
                : second.change() instanceof Change.RevertMark ? second : third;
        ofMark.done().complete();
        untilPosition(TAGS, start.plusSeconds(150));
        assertThat(position(EDITS)).isBefore(start.plusSeconds(100));

        first.done().tryComplete();
        second.done().tryComplete();
        third.done().tryComplete();
        untilPosition(EDITS, start.plusSeconds(200));
    }

    @Test
    void a_new_reader_begins_at_the_stored_position() throws Exception {
        stream.append(edit(1, 100));
        module.start().await(10, SECONDS);
        sink.next();
        module.stop().await(10, SECONDS);
        stream.append(edit(2, 101));

        module = module(Duration.ofSeconds(30));
        module.start().await(10, SECONDS);

        assertThat(sink.nextRevision()).isEqualTo(1);
        assertThat(sink.nextRevision()).isEqualTo(2);
        assertThat(stream.asked().get(1).begin(EDITS))
                .isEqualTo(start.plusSeconds(100).minus(OVERLAP));
    }

    @Test
    void the_position_of_a_new_topic_is_stored_before_its_first_byte() throws Exception {
        var stored = new CompletableFuture<Instant>();
        stream.next(request -> {
            try {
                stored.complete(position(EDITS));
            } catch (SQLException e) {
                stored.completeExceptionally(e);
            }
            request.response().setStatusCode(503).end();
        });

        module.start().await(10, SECONDS);

        assertThat(stored.get(10, SECONDS))
                .isBetween(Instant.now().minusSeconds(3_700), Instant.now().minusSeconds(3_500));
    }

    @Test
    void it_comes_back_after_refusals_of_every_kind() throws Exception {
        stream.next(request -> request.response().setStatusCode(503).end());
        stream.next(request -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "1")
                .end());
        stream.next(request -> request.connection().close());
        stream.next(request ->
                request.response().putHeader("Content-Type", "text/html").end("<p>welcome"));
        stream.append(edit(1, 0));

        module.start().await(10, SECONDS);

        assertThat(sink.nextRevision()).isEqualTo(1);
        assertThat(stream.asked()).hasSize(5);
    }

    @Test
    void a_line_that_is_cut_before_the_overlap_is_through_gets_on_all_the_same() throws Exception {
        for (int i = 1; i <= 200; i++) {
            stream.append(editAt(i, start.plusMillis(100L * i)));
        }
        stream.cutConnectionsAfter(() -> 40_000);

        module.start().await(10, SECONDS);

        sink.untilRevision(200);
    }

    @Test
    void what_was_missed_while_the_service_looked_for_the_end_of_a_topic_is_read_later() throws Exception {
        stream.missAtTheEnd(2);
        module.start().await(10, SECONDS);
        stream.untilSomebodyReads();
        stream.append(editAt(1, Instant.now().minusSeconds(2)));
        stream.append(editAt(2, Instant.now()));
        stream.append(editAt(3, Instant.now().plusSeconds(60)));
        assertThat(sink.nextRevision()).isEqualTo(3);

        stream.endConnections();

        assertThat(sink.nextRevision()).isEqualTo(1);
        assertThat(sink.nextRevision()).isEqualTo(2);
    }

    @Test
    void a_connection_that_is_reset_is_no_error_of_anybody() throws Exception {
        var logged = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        logged.start();
        root.addAppender(logged);
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            module = module(
                    URI.create("http://127.0.0.1:" + server.getLocalPort()), Duration.ofSeconds(30), Edits.PAGE_CHANGE);
            module.start().await(10, SECONDS);
            for (int i = 0; i < 3; i++) {
                resetOne(server);
            }
            server.accept().close();
        } finally {
            root.detachAppender(logged);
        }

        assertThat(List.copyOf(logged.list))
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
    }

    /** Lets a reader in, sends it something, and resets the connection. */
    private static void resetOne(ServerSocket server) throws IOException {
        try (var socket = server.accept()) {
            assertThat(socket.getInputStream().read()).isPositive();
            var answer = """
                    HTTP/1.1 200 OK
                    Content-Type: text/event-stream
                    Transfer-Encoding: chunked

                    5
                    :ok

                    """;
            socket.getOutputStream().write(answer.replace("\n", "\r\n").getBytes(UTF_8));
            socket.setSoLinger(true, 0);
        }
    }

    @Test
    void another_stream_of_edits_begins_where_the_one_before_it_was_read_up_to() throws Exception {
        stream.append(edit(1, 100));
        stream.append(SampleEvents.canary(Streams.PAGE_CHANGE).put("meta", meta("codfw.mediawiki.page_change.v1", 40)));
        module.start().await(10, SECONDS);
        untilPosition(EDITS, start.plusSeconds(100));
        untilPosition("codfw.mediawiki.page_change.v1", start.plusSeconds(40));
        module.stop().await(10, SECONDS);

        module = module(Duration.ofSeconds(30), Edits.RECENTCHANGE);
        module.start().await(10, SECONDS);
        stream.untilSomebodyReads();

        assertThat(last(stream.asked()).begin("eqiad.mediawiki.recentchange"))
                .isEqualTo(start.plusSeconds(40).minus(OVERLAP));
        stream.append(SampleEvents.recentChange("edit")
                .put("user", "Ada Example")
                .put("meta", meta("eqiad.mediawiki.recentchange", 300)));
        untilPosition("eqiad.mediawiki.recentchange", start.plusSeconds(300));
        module.stop().await(10, SECONDS);

        module = module(Duration.ofSeconds(30));
        module.start().await(10, SECONDS);
        stream.untilSomebodyReads();
        assertThat(last(stream.asked()).begin(EDITS))
                .isEqualTo(start.plusSeconds(100).minus(OVERLAP));
    }

    @Test
    void a_sink_that_fails_is_opened_anew_and_nothing_is_lost() throws Exception {
        sink.doneAtOnce = false;
        stream.append(edit(1, 0));
        module.start().await(10, SECONDS);
        var first = sink.next();
        sink.doneAtOnce = true;

        first.done().fail(new IllegalStateException("a sink that has a fault"));

        assertThat(sink.nextRevision()).isEqualTo(1);
        assertThat(module.isReading()).isTrue();
        stream.append(edit(2, 1));
        sink.untilRevision(2);
    }

    @Test
    void a_sink_that_throws_is_opened_anew() throws Exception {
        sink.throwOnce = true;
        stream.append(edit(1, 0));

        module.start().await(10, SECONDS);

        assertThat(sink.nextRevision()).isEqualTo(1);
    }

    @Test
    void every_node_can_read_how_the_source_stands() throws Exception {
        stream.refuse(true);
        module.start().await(10, SECONDS);
        sql.until("exists (select from stream_source where state = 'away')");
        assertThat(module.source().await(10, SECONDS).inWords()).startsWith("away since ");

        stream.append(editAt(1, Instant.now().minusSeconds(300)));
        stream.refuse(false);

        sql.until("'catching_up' = (select state from stream_source_now())");
        sink.next();
    }

    @Test
    void a_connection_that_went_silent_is_given_up() throws Exception {
        module = module(Duration.ofMillis(100));
        stream.next(request -> request.response()
                .putHeader("Content-Type", "text/event-stream")
                .setChunked(true)
                .write(":ok\n\n"));
        stream.next(request -> {});
        stream.append(edit(1, 0));

        module.start().await(10, SECONDS);

        assertThat(sink.nextRevision()).isEqualTo(1);
    }

    @Test
    void a_full_sink_pauses_the_stream_and_loses_nothing() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            stream.append(edit(i, 0));
        }
        sink.fullAfterNext = true;
        module.start().await(10, SECONDS);
        assertThat(sink.nextRevision()).isZero();
        vertx.timer(500, MILLISECONDS).await(5, SECONDS);
        assertThat(sink.taken).hasSizeLessThan(2_000);

        vertx.runOnContext(now -> sink.makeRoom());

        for (int i = 1; i < 3_000; i++) {
            assertThat(sink.nextRevision()).isEqualTo(i);
        }
        assertThat(stream.asked()).hasSize(1);
    }

    @Test
    void garbage_is_counted_kept_and_skipped() throws Exception {
        var binary = new byte[5_000];
        new Random(1).nextBytes(binary);
        stream.append(edit(1, 0));
        stream.append(EDITS, start, "{\"meta\":".getBytes(UTF_8));
        stream.append(EDITS, start, new byte[10_000_000]);
        stream.append(EDITS, start, ("{\"a\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8));
        stream.append(EDITS, start, binary);
        stream.append(edit(2, 1).put("wiki_id", 7));
        stream.append(edit(3, 2));

        module.start().await(20, SECONDS);

        assertThat(sink.nextRevision()).isEqualTo(1);
        assertThat(sink.nextRevision()).isEqualTo(3);
        assertThat(module.figures().malformed().sum()).isGreaterThanOrEqualTo(5);
        sql.until("exists (select from quarantine where topic = '" + EDITS + "' and reason = 'wiki_id is no text')");
    }

    @Test
    void when_the_lease_is_lost_reading_ends() throws Exception {
        sink.doneAtOnce = false;
        stream.append(edit(1, 0));
        module.start().await(10, SECONDS);
        var taken = sink.next();

        sql.execute(
                "update lease set epoch = epoch + 1, holder = 'another', until = clock_timestamp() + interval '1 h'");
        taken.done().fail("lease lost");
        stream.append(edit(2, 1));

        stream.untilNobodyReads();
        assertThat(sink.taken.stream().map(change -> change.change().revId())).doesNotContain(2L);
    }

    private JsonObject edit(long revId, int second) {
        return editAt(revId, start.plusSeconds(second));
    }

    private static JsonObject editAt(long revId, Instant at) {
        var event = SampleEvents.edit().put("meta", meta(EDITS, at));
        event.getJsonObject("revision").put("rev_id", revId);
        return event;
    }

    private static FakeEventStream.Asked last(List<FakeEventStream.Asked> asked) {
        return asked.get(asked.size() - 1);
    }

    private JsonObject mark(long revId, int second) {
        return SampleEvents.tagsChange(new JsonArray(), new JsonArray().add("mw-reverted"))
                .put("rev_id", revId)
                .put("meta", meta(TAGS, second));
    }

    private JsonObject meta(String topic, int second) {
        return meta(topic, start.plusSeconds(second));
    }

    private static JsonObject meta(String topic, Instant at) {
        return new JsonObject().put("dt", at.toString()).put("topic", topic).put("domain", "fr.wikipedia.org");
    }

    private Instant position(String topic) throws SQLException {
        var micros = sql.number(
                "select (extract(epoch from at) * 1000000)::bigint from stream_position where topic = '" + topic + "'");
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private void untilPosition(String topic, Instant at) throws SQLException {
        sql.until("exists (select from stream_position where topic = '" + topic + "' and at = '" + at + "')");
    }

    private StreamModule module(Duration silence) {
        return module(silence, Edits.PAGE_CHANGE);
    }

    private StreamModule module(Duration silence, Edits edits) {
        return module(stream.url(), silence, edits);
    }

    private StreamModule module(URI url, Duration silence, Edits edits) {
        var config = new StreamConfig(
                url,
                edits,
                Duration.ofHours(1),
                OVERLAP,
                silence,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                Duration.ofSeconds(60),
                1_000_000);
        var interest = new FixedInterest(Set.of(SampleEvents.ADA), Set.of("Ada Example"), "frwiki");
        return new StreamModule(
                vertx,
                database,
                "a node",
                config,
                "Test/1 (https://example.org/contact)",
                interest,
                lease -> Future.succeededFuture(sink));
    }
}
