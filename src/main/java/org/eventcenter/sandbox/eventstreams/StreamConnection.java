package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * One client that reads. It gets every topic in that topic's order; across topics there is no order, and on a replay
 * one topic runs ahead of the other.
 */
final class StreamConnection {
    private static final int EVENTS_A_TURN = 100;

    /** How far a topic was read on this connection; {@code told} is the time of the last event sent, or none. */
    static final class Reading {
        final TopicLog topic;
        final long start;
        long next;
        long told = Long.MIN_VALUE;

        Reading(StartPosition position) {
            this.topic = position.topic();
            this.start = position.offset();
            this.next = position.offset();
        }
    }

    private final EventLog log;
    private final HttpServerResponse response;
    private final boolean withIds;
    private final List<Reading> readings;
    private final Runnable pump = this::pump;

    /** Without ids it writes one event a line, as the service does for clients that accept only JSON. */
    StreamConnection(EventLog log, HttpServerResponse response, boolean withIds, List<StartPosition> start) {
        this.log = log;
        this.response = response;
        this.withIds = withIds;
        this.readings = start.stream().map(Reading::new).toList();
    }

    /** The end of a topic is looked up a moment after the answer began; what comes in between is lost to the client. */
    void open(Vertx vertx, Duration deafFor) {
        response.setChunked(true).putHeader("Cache-Control", "private, max-age=0, s-maxage=0, no-cache");
        if (withIds) {
            write(Buffer.buffer(":ok\n\n"));
        }
        if (deafFor.isZero()) {
            listen();
        } else {
            vertx.setTimer(deafFor.toMillis(), timer -> listen());
        }
    }

    private void listen() {
        readings.stream()
                .filter(reading -> reading.next == StartPosition.END)
                .forEach(reading -> reading.next = reading.topic.nextOffset());
        if (!response.closed()) {
            log.listen(pump);
            pump();
        }
    }

    void close() {
        log.forget(pump);
    }

    private void pump() {
        boolean sent = true;
        while (sent && !response.closed()) {
            sent = false;
            for (var reading : readings) {
                sent |= sendSome(reading);
            }
        }
    }

    private boolean sendSome(Reading reading) {
        int sent = 0;
        while (reading.next < reading.topic.nextOffset() && sent < EVENTS_A_TURN) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> pump());
                return false;
            }
            send(reading);
            sent++;
        }
        return sent > 0;
    }

    private void send(Reading reading) {
        var event = reading.topic.at(reading.next);
        reading.next = event.offset() + 1;
        reading.told = event.millis();
        if (withIds) {
            write(Buffer.buffer("event: message\nid: " + id() + "\ndata: ")
                    .appendBuffer(event.data())
                    .appendString("\n\n"));
        } else {
            write(event.data().copy().appendString("\n"));
        }
    }

    /** A topic that has sent something is named by that event's time and one millisecond; until then by its start. */
    private String id() {
        var entries = new JsonArray();
        for (var reading : readings) {
            var entry = new JsonObject().put("topic", reading.topic.name()).put("partition", 0);
            entries.add(
                    reading.told == Long.MIN_VALUE
                            ? entry.put("offset", reading.start)
                            : entry.put("timestamp", reading.told + 1));
        }
        return entries.encode();
    }

    private void write(Buffer bytes) {
        response.write(bytes).onFailure(gone -> close());
    }
}
