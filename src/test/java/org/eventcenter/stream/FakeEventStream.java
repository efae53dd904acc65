package org.eventcenter.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * A stream for tests: logs of events by topic, served over SSE as KafkaSSE does. A reader begins in each topic that its
 * Last-Event-ID names at the first event that is not before the time there, or at the end when there is none. Bytes go
 * out in pieces of random size.
 */
public final class FakeEventStream {
    private final HttpServer server;
    private final Random random = new Random(7);
    private final Map<String, List<Logged>> topics = new HashMap<>();
    private final List<Reader> readers = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Deque<Consumer<HttpServerRequest>> script = new ArrayDeque<>();
    private volatile boolean refusing;
    private volatile int missedAtTheEnd;
    private IntSupplier bytesUntilCut = () -> Integer.MAX_VALUE;
    private int mostReaders;

    private FakeEventStream(Vertx vertx) throws Exception {
        server = vertx.createHttpServer();
        server.requestHandler(this::answer).listen(0, "127.0.0.1").await(5, SECONDS);
    }

    public static FakeEventStream start(Vertx vertx) throws Exception {
        return new FakeEventStream(vertx);
    }

    /** A request that came. */
    public record Asked(String path, String userAgent, JsonArray lastEventId) {
        public List<String> topics() {
            return lastEventId.stream()
                    .map(entry -> ((JsonObject) entry).getString("topic"))
                    .toList();
        }

        /** Where the reader wants to begin in this topic. */
        public Instant begin(String topic) {
            return lastEventId.stream()
                    .map(JsonObject.class::cast)
                    .filter(entry -> entry.getString("topic").equals(topic))
                    .map(entry -> Instant.ofEpochMilli(entry.getLong("timestamp")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** Logs an event in the topic, and at the time, that its meta names. */
    public synchronized void append(JsonObject event) {
        var meta = event.getJsonObject("meta");
        append(
                meta.getString("topic"),
                Instant.parse(meta.getString("dt")),
                event.encode().getBytes(UTF_8));
    }

    /** Logs bytes that need not be an event. */
    public synchronized void append(String topic, Instant at, byte[] data) {
        topics.computeIfAbsent(topic, first -> new ArrayList<>())
                .add(new Logged(at.toEpochMilli(), Buffer.buffer(data)));
        List.copyOf(readers).forEach(Reader::pump);
    }

    /** The next request is answered so. */
    public synchronized void next(Consumer<HttpServerRequest> answer) {
        script.add(answer);
    }

    /** How many bytes each connection that begins from now on may send before it is cut. */
    public synchronized void cutConnectionsAfter(IntSupplier bytes) {
        bytesUntilCut = bytes;
    }

    /** While it refuses, every request is answered 503. */
    public void refuse(boolean now) {
        refusing = now;
    }

    /** A reader that begins at the end of a topic misses so many events there, as one does who comes too late. */
    public void missAtTheEnd(int events) {
        missedAtTheEnd = events;
    }

    public synchronized void endConnections() {
        List.copyOf(readers).forEach(Reader::cut);
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The most connections that were open at once. */
    public synchronized int mostReaders() {
        return mostReaders;
    }

    public synchronized void untilSomebodyReads() throws InterruptedException {
        long end = System.nanoTime() + SECONDS.toNanos(10);
        while (readers.isEmpty() && System.nanoTime() < end) {
            wait(100);
        }
        assertThat(readers).isNotEmpty();
    }

    public synchronized void untilNobodyReads() throws InterruptedException {
        long end = System.nanoTime() + SECONDS.toNanos(10);
        while (!readers.isEmpty() && System.nanoTime() < end) {
            wait(100);
        }
        assertThat(readers).isEmpty();
    }

    private synchronized void answer(HttpServerRequest request) {
        var lastEventId = new JsonArray(request.getHeader("Last-Event-ID"));
        asked.add(new Asked(request.path(), request.getHeader("User-Agent"), lastEventId));
        if (refusing) {
            request.response().setStatusCode(503).end();
            return;
        }
        if (!script.isEmpty()) {
            script.remove().accept(request);
            return;
        }
        var reader = new Reader(request, lastEventId, bytesUntilCut.getAsInt());
        readers.add(reader);
        mostReaders = Math.max(mostReaders, readers.size());
        notifyAll();
        request.connection().closeHandler(closed -> remove(reader));
        reader.begin();
    }

    private List<Logged> log(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    private synchronized void remove(Reader reader) {
        readers.remove(reader);
        notifyAll();
    }

    private record Logged(long millis, Buffer data) {}

    private final class Reader {
        private final HttpServerRequest request;
        private final Map<String, Integer> offsets = new HashMap<>();
        private final Map<String, Long> sent = new HashMap<>();
        private final Map<String, Integer> toMiss = new HashMap<>();
        private int left;
        private boolean over;

        Reader(HttpServerRequest request, JsonArray lastEventId, int bytesUntilCut) {
            this.request = request;
            this.left = bytesUntilCut;
            lastEventId.stream().map(JsonObject.class::cast).forEach(this::seek);
        }

        private void seek(JsonObject entry) {
            var log = log(entry.getString("topic"));
            int offset = 0;
            while (offset < log.size() && log.get(offset).millis() < entry.getLong("timestamp")) {
                offset++;
            }
            offsets.put(entry.getString("topic"), offset);
            toMiss.put(entry.getString("topic"), offset == log.size() ? missedAtTheEnd : 0);
        }

        void begin() {
            request.response()
                    .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                    .setChunked(true);
            send(":ok\n\n".getBytes(UTF_8));
            pump();
        }

        /** Topics run ahead of each other as they like. */
        void pump() {
            var waiting = waiting();
            while (!over && !waiting.isEmpty()) {
                var topic = waiting.get(random.nextInt(waiting.size()));
                int offset = offsets.merge(topic, 1, Integer::sum) - 1;
                if (toMiss.merge(topic, -1, Integer::sum) < 0) {
                    send(frame(topic, log(topic).get(offset)));
                }
                waiting = waiting();
            }
        }

        private List<String> waiting() {
            return offsets.entrySet().stream()
                    .filter(topic -> topic.getValue() < log(topic.getKey()).size())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private byte[] frame(String topic, Logged logged) {
            sent.put(topic, logged.millis() + 1);
            var id = offsets.keySet().stream()
                    .map(name -> "{\"topic\":\"" + name + "\",\"partition\":0,"
                            + (sent.containsKey(name) ? "\"timestamp\":" + sent.get(name) : "\"offset\":-1") + "}")
                    .collect(Collectors.joining(",", "[", "]"));
            var frame = new ByteArrayOutputStream();
            frame.writeBytes(("event: message\nid: " + id + "\ndata: ").getBytes(UTF_8));
            frame.writeBytes(logged.data().getBytes());
            frame.writeBytes("\n\n".getBytes(UTF_8));
            return frame.toByteArray();
        }

        private void send(byte[] bytes) {
            int from = 0;
            while (!over && from < bytes.length) {
                int to = Math.min(bytes.length, from + Math.min(left, 1 + random.nextInt(Math.max(1, bytes.length))));
                left -= to - from;
                var written = request.response().write(Buffer.buffer(Arrays.copyOfRange(bytes, from, to)));
                from = to;
                if (left == 0) {
                    over = true;
                    written.onComplete(done -> cut());
                }
            }
        }

        private void cut() {
            over = true;
            request.connection().close();
        }
    }
}
