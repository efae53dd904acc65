package org.eventcenter.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The bytes of a stream as a plain HTTP client gets them, frame by frame. */
final class RawStream implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final String USER_AGENT = "ProtocolTest/1 (test@hub.example)";

    private final HttpResponse<InputStream> response;
    private final InputStream bytes;

    private RawStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.bytes = new BufferedInputStream(response.body(), 1 << 16);
    }

    /** {@code path} follows {@code /v2/stream/}. */
    static RawStream open(SimulatedWiki wiki, String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(wiki.address() + "/v2/stream/" + path))
                .timeout(Duration.ofSeconds(10));
        if (!headers.containsKey("User-Agent")) {
            request.header("User-Agent", USER_AGENT);
        }
        headers.forEach(request::header);
        return new RawStream(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
    }

    static RawStream open(SimulatedWiki wiki, String path) throws Exception {
        return open(wiki, path, Map.of());
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** All of an answer that ends. */
    String body() throws IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Up to and with the next empty line. Throws when the connection ends before. */
    String frame() throws IOException {
        var frame = new StringBuilder();
        String line;
        do {
            line = line();
            frame.append(line).append('\n');
        } while (!line.isEmpty());
        return frame.toString();
    }

    /** Without its line feed. */
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = bytes.read(); next != '\n'; next = bytes.read()) {
            if (next < 0) {
                throw new IOException("The stream ended after: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    record Told(JsonArray id, JsonObject data) {
        String topic() {
            return data.getJsonObject("meta").getString("topic");
        }

        /** The revision, as page_change names it. */
        long revId() {
            return data.getJsonObject("revision").getLong("rev_id");
        }
    }

    /** The next event; comments are passed over. */
    Told told() throws IOException {
        var frame = frame();
        while (frame.startsWith(":")) {
            frame = frame();
        }
        var lines = frame.split("\n", -1);
        return new Told(
                new JsonArray(lines[1].substring("id: ".length())),
                new JsonObject(lines[2].substring("data: ".length())));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
