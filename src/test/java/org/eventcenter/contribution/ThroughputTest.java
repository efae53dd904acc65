package org.eventcenter.contribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many events a second are read from loopback; says figures, and fails only if an edit is missing. */
@Tag("soak")
@Timeout(300)
@ExtendWith(VertxExtension.class)
class ThroughputTest {
    private static final int EVENTS = 100_000;
    private static final int PIECE = 20;
    private static final int ONE_IN = 100;
    private static final long ADA = 9_000_000_001L;
    private static final String FILLER = "A summary of some length. ".repeat(60);

    private final List<Buffer> pieces = new ArrayList<>();
    private Instant savedAt = Instant.EPOCH;
    private Instant takenAt = Instant.EPOCH;

    @Test
    void a_long_replay_is_read_and_recorded(Vertx vertx) throws Exception {
        var tables = TestPostgres.createWithAllTables();
        var campaign = new TestCampaign(tables);
        var event = campaign.event("rivers");
        campaign.join(event, campaign.account(ADA, "Ada Example"), false);
        savedAt = campaign.startsAt.plusSeconds(60);
        takenAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
        for (int revId = 1; revId <= EVENTS; revId += PIECE) {
            pieces.add(frames(revId));
        }
        var server = vertx.createHttpServer().requestHandler(request -> {
            var response = request.response()
                    .putHeader("Content-Type", "text/event-stream")
                    .setChunked(true);
            send(response, 0);
        });
        server.listen(0, "127.0.0.1").await(5, SECONDS);
        var url = URI.create("http://127.0.0.1:" + server.actualPort());

        long begun = System.nanoTime();
        var node = ReaderNode.start("only", tables, TestCampaign.reading(url));
        while (campaign.sql.number("select count(*) from contribution") < EVENTS / ONE_IN) {
            campaign.sql.execute("select pg_sleep(0.1)");
        }
        double seconds = (double) (System.nanoTime() - begun) / 1e9;

        System.out.printf(
                "%d events of about %d bytes, 1 in %d recorded: %.0f events a second%n",
                EVENTS, frame(2).length(), ONE_IN, EVENTS / seconds);
        node.stop();
    }

    private void send(HttpServerResponse response, int from) {
        int piece = from;
        while (piece < pieces.size() && !response.writeQueueFull()) {
            response.write(pieces.get(piece++));
        }
        int next = piece;
        if (next < pieces.size()) {
            response.drainHandler(drained -> send(response, next));
        }
    }

    private Buffer frames(int from) {
        var frames = Buffer.buffer();
        for (int revId = from; revId < from + PIECE; revId++) {
            frames.appendBuffer(frame(revId));
        }
        return frames;
    }

    private Buffer frame(int revId) {
        long author = revId % ONE_IN == 0 ? ADA : 5_000_000_000L + revId % 10_000;
        var event = WikiHistory.edit("frwiki", revId, author, "Somebody " + author, savedAt, takenAt.plusMillis(revId));
        event.getJsonObject("revision").put("comment", FILLER);
        return Buffer.buffer(
                        "event: message\nid: [{\"topic\":\"eqiad.mediawiki.page_change.v1\",\"partition\":0,\"timestamp\":1}]\ndata: ")
                .appendBytes(event.encode().getBytes(UTF_8))
                .appendString("\n\n");
    }
}
