package org.eventcenter;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody who watches one feed and keeps every byte that was sent. */
final class RecordedSocket implements AutoCloseable {
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<JsonObject> unread = new LinkedBlockingQueue<>();
    private final Consumer<JsonObject> heard;
    private final WebSocket socket;

    /** Watches as a room screen does. */
    static RecordedSocket open(String hub, String feed) {
        return open(hub, feed, "screen", frame -> {});
    }

    /** {@code heard} gets each frame at once, on a thread of the client. */
    static RecordedSocket open(String hub, String feed, String pace, Consumer<JsonObject> heard) {
        return new RecordedSocket(hub, feed, pace, heard);
    }

    private RecordedSocket(String hub, String feed, String pace, Consumer<JsonObject> heard) {
        this.heard = heard;
        var address = URI.create(hub.replaceFirst("^http", "ws") + "/live");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Recorder())
                .join();
        var hello = new JsonObject()
                .put("type", "hello")
                .put("v", new JsonArray().add(1))
                .put("pace", pace)
                .put(
                        "feeds",
                        new JsonArray().add(new JsonObject().put("feed", feed).putNull("after")));
        socket.sendText(hello.encode(), true).join();
    }

    /** The next frame of this type; those of other types before it are passed over. */
    @CanIgnoreReturnValue
    JsonObject await(String type) throws InterruptedException {
        while (true) {
            var frame = unread.poll(30, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no " + type + " among " + frames);
            }
            if (frame.getString("type").equals(type)) {
                return frame;
            }
        }
    }

    /** The token of the newest frame of this type. */
    String token(String type) {
        return frames.stream()
                .map(JsonObject::new)
                .filter(frame -> frame.getString("type").equals(type))
                .reduce((first, second) -> second)
                .orElseThrow()
                .getString("token");
    }

    String everything() {
        return String.join("\n", frames);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Recorder implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                var frame = new JsonObject(part.toString());
                heard.accept(frame);
                frames.add(part.toString());
                unread.add(frame);
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
