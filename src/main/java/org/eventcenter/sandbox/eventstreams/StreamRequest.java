package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which topics a request wants, and from where: the rules of the real service, its traps included. */
final class StreamRequest {
    private final EventLog log;
    private final List<String> streams;

    private StreamRequest(EventLog log, List<String> streams) {
        this.log = log;
        this.streams = streams;
    }

    /** Throws {@link Refused}. */
    static List<StartPosition> read(EventLog log, HttpServerRequest request) {
        var names = request.path().substring("/v2/stream/".length());
        var wanted = new StreamRequest(log, streams(names));
        var lastEventId = request.getHeader("Last-Event-ID");
        return lastEventId == null ? wanted.since(request.getParam("since")) : wanted.after(lastEventId);
    }

    /** One unknown name refuses all of them. */
    private static List<String> streams(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> StreamNames.find(name).orElseThrow(() -> new Refused(400, "Stream Not Found", name)))
                .distinct()
                .toList();
    }

    private List<StartPosition> since(@Nullable String since) {
        var positions = new ArrayList<StartPosition>();
        for (var stream : streams) {
            for (var dataCentre : DataCentre.values()) {
                var topic = log.topic(dataCentre.topic(stream)).orElseThrow();
                long offset = since == null ? StartPosition.END : topic.offsetAt(ScriptDate.millis(since));
                positions.add(new StartPosition(topic, offset));
            }
        }
        return positions;
    }

    /** The id replaces the list of the address: a topic that it leaves out is not read at all. */
    private List<StartPosition> after(String lastEventId) {
        var entries = entries(lastEventId);
        boolean someByTimeOnly = entries.stream().anyMatch(entry -> !entry.containsKey("offset"));
        return entries.stream()
                .filter(entry -> !(someByTimeOnly && entry.containsKey("offset") && entry.containsKey("timestamp")))
                .map(this::position)
                .toList();
    }

    private static List<JsonObject> entries(String lastEventId) {
        try {
            var entries = new JsonArray(lastEventId)
                    .stream()
                            .map(entry -> entry instanceof String topic ? fromNow(topic) : (JsonObject) entry)
                            .toList();
            if (entries.isEmpty()) {
                throw invalid(lastEventId);
            }
            return entries;
        } catch (DecodeException | ClassCastException e) {
            throw invalid(lastEventId);
        }
    }

    private static JsonObject fromNow(String topic) {
        return new JsonObject().put("topic", topic).put("partition", 0).put("offset", StartPosition.END);
    }

    private StartPosition position(JsonObject entry) {
        if (!(entry.getValue("topic") instanceof String name) || !(entry.getValue("partition") instanceof Integer)) {
            throw invalid(entry.encode());
        }
        var topic = log.topic(name)
                .filter(known ->
                        streams.stream().anyMatch(stream -> known.name().endsWith("." + stream)))
                .orElseThrow(() -> new Refused(404, "Topic Not Found", "Topic " + name + " is not available"));
        if (entry.getValue("offset") instanceof Number offset) {
            return StartPosition.at(topic, offset.longValue());
        }
        if (entry.getValue("timestamp") instanceof Number timestamp) {
            return new StartPosition(topic, topic.offsetAt(timestamp.longValue()));
        }
        throw invalid(entry.encode());
    }

    private static Refused invalid(String what) {
        return new Refused(400, "Invalid Last-Event-ID", "Cannot be read as assignments: " + what);
    }
}
