package org.eventcenter.stream;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How EventStreams is asked: one composite request for all streams, since the service allows few connections and cuts
 * quiet ones.
 *
 * @param userAgent with a contact; the service refuses clients without one
 */
record StreamRequests(StreamConfig config, String userAgent) {
    /** For all topics of our streams, each from a while before its position on. */
    RequestOptions from(Map<String, Instant> positions, Duration overlap) {
        var base = config.url().toString().replaceAll("/+$", "");
        return new RequestOptions()
                .setAbsoluteURI(base + "/v2/stream/" + String.join(",", Streams.names(config.edits())))
                .putHeader(HttpHeaders.ACCEPT, "text/event-stream")
                .putHeader(HttpHeaders.USER_AGENT, userAgent)
                .putHeader("Last-Event-ID", lastEventId(positions, overlap));
    }

    /**
     * In place of the id that the service served: an offset there means "from now on", its times lie behind events of the
     * same millisecond, and topics that it does not name would never be read.
     */
    private String lastEventId(Map<String, Instant> positions, Duration overlap) {
        var entries = new JsonArray();
        positions.forEach((topic, at) -> entries.add(new JsonObject()
                .put("topic", topic)
                .put("partition", 0)
                .put("timestamp", at.minus(overlap).toEpochMilli())));
        return entries.encode();
    }
}
