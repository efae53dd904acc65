package org.eventcenter.live;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eventcenter.feed.FeedToken;
import org.eventcenter.live.FoldedScreen.Fit;
import org.jspecify.annotations.Nullable;

/** A browser: behaves as {@code webroot/js/live/watch.js} does, with back-offs of milliseconds. */
final class TestScreen {
    private static final int COME_BACK_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 40;
    private static final Set<Integer> NEVER_AGAIN = Set.of(4400, 4401, 4403, 4404, 4426);

    private final Vertx vertx;
    private final WebSocketClient client;
    private final WebSocketConnectOptions address;
    private final Pace pace;
    private final BiConsumer<String, FoldedScreen> onState;
    private final Map<String, FoldedScreen> states = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<JsonObject> heard = new ArrayList<>();
    private List<String> feeds;
    private @Nullable WebSocket socket;
    private Optional<Integer> closeCode = Optional.empty();
    private String closeText = "";
    private long bytesHeard;
    private boolean closed;

    private TestScreen(
            Vertx vertx,
            WebSocketConnectOptions address,
            Pace pace,
            List<FeedName> feeds,
            BiConsumer<String, FoldedScreen> onState) {
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(1 << 20).setReceiveBufferSize(8 * 1024));
        this.address = address;
        this.pace = pace;
        this.feeds = feeds.stream().map(FeedName::toString).toList();
        this.onState = onState;
    }

    /** One of our own pages. */
    static TestScreen open(Vertx vertx, TestHub hub, Pace pace, FeedName... feeds) {
        return open(vertx, hub.http.port(), pace, List.of(feeds), "", (feed, state) -> {});
    }

    /** One of our own pages, opened by somebody with this cookie; {@code onState} is called on an event loop. */
    static TestScreen open(
            Vertx vertx,
            int port,
            Pace pace,
            List<FeedName> feeds,
            String cookie,
            BiConsumer<String, FoldedScreen> onState) {
        var screen = make(vertx, port, pace, feeds, cookie, onState);
        screen.connect();
        return screen;
    }

    /** One of our own pages that comes back after a while, with what it showed before. */
    static TestScreen comeBack(Vertx vertx, TestHub hub, Pace pace, FeedName feed, FoldedScreen before) {
        var screen = make(vertx, hub.http.port(), pace, List.of(feed), "", (any, state) -> {});
        screen.states.put(feed.toString(), before);
        screen.connect();
        return screen;
    }

    /** Whoever sends these headers. */
    static TestScreen open(Vertx vertx, int port, Pace pace, List<FeedName> feeds, MultiMap headers) {
        var screen = new TestScreen(vertx, address(port, headers), pace, feeds, (feed, state) -> {});
        screen.connect();
        return screen;
    }

    private static TestScreen make(
            Vertx vertx,
            int port,
            Pace pace,
            List<FeedName> feeds,
            String cookie,
            BiConsumer<String, FoldedScreen> onState) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Origin", "http://localhost:" + port);
        var withCookie = cookie.isEmpty() ? headers : headers.add("Cookie", cookie);
        return new TestScreen(vertx, address(port, withCookie), pace, feeds, onState);
    }

    private static WebSocketConnectOptions address(int port, MultiMap headers) {
        return new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setURI("/live")
                .setAllowOriginHeader(headers.contains("Origin"))
                .setHeaders(headers);
    }

    /** Loses its link and comes back by itself. */
    synchronized void cut() {
        if (socket != null) {
            var lost = socket;
            socket = null;
            lost.close().onComplete(done -> {});
            comeBack();
        }
    }

    /** Takes nothing from the network until {@link #resume}. */
    synchronized void pause() {
        if (socket != null) {
            socket.pause();
        }
    }

    synchronized void resume() {
        if (socket != null) {
            socket.resume();
        }
    }

    synchronized void send(String text) {
        if (socket != null) {
            socket.writeTextMessage(text).onComplete(done -> {});
        }
    }

    /** Watches this feed and no other from now on, over the same socket. */
    synchronized void watchInstead(FeedName feed) {
        feeds = List.of(feed.toString());
        sayHello();
    }

    synchronized void close() {
        closed = true;
        if (socket != null) {
            socket.close().onComplete(done -> {});
        }
    }

    synchronized List<JsonObject> heard() {
        return List.copyOf(heard);
    }

    /** All frames that are about feeds: no pings. */
    synchronized List<JsonObject> told() {
        return heard.stream().filter(frame -> frame.containsKey("feed")).toList();
    }

    synchronized long bytesHeard() {
        return bytesHeard;
    }

    @CanIgnoreReturnValue
    FoldedScreen awaitToken(FeedName feed, FeedToken token) {
        return awaitState(feed, state -> state.token().equals(token));
    }

    @CanIgnoreReturnValue
    synchronized FoldedScreen awaitState(FeedName feed, Predicate<FoldedScreen> shown) {
        await(() -> state(feed.toString()).filter(shown).isPresent());
        return state(feed.toString()).orElseThrow();
    }

    @CanIgnoreReturnValue
    synchronized JsonObject awaitFrame(Predicate<JsonObject> wanted) {
        await(() -> heard.stream().anyMatch(wanted));
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    synchronized void awaitTold(int many) {
        await(() -> told().size() >= many);
    }

    /** So many more than until now. */
    synchronized void awaitPings(int more) {
        var wanted = heard.size() - told().size() + more;
        await(() -> heard.size() - told().size() >= wanted);
    }

    @CanIgnoreReturnValue
    synchronized int awaitClose() {
        await(() -> closeCode.isPresent());
        return closeCode.get();
    }

    synchronized boolean isOpen() {
        return socket != null;
    }

    /** The reason beside the code of the last close. */
    synchronized String closeText() {
        return closeText;
    }

    private void await(BooleanSupplier condition) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!condition.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("Never came. States: " + states + ", closed with " + closeCode);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void connect() {
        if (closed) {
            return;
        }
        var mine = client.webSocket();
        mine.textMessageHandler(text -> hear(mine, text));
        mine.closeHandler(gone -> lose(mine));
        mine.exceptionHandler(broken -> {});
        try {
            mine.connect(address).onSuccess(open -> opened(mine)).onFailure(refused -> comeBack());
        } catch (IllegalStateException vertxIsClosed) {
            closed = true;
        }
    }

    private synchronized void opened(WebSocket mine) {
        socket = mine;
        sayHello();
    }

    private void comeBack() {
        vertx.setTimer(COME_BACK_MILLIS, timer -> connect());
    }

    private synchronized void lose(WebSocket lost) {
        closeCode = Optional.ofNullable(lost.closeStatusCode()).map(Short::intValue);
        closeText = Objects.requireNonNullElse(lost.closeReason(), "");
        if (socket == lost) {
            socket = null;
            if (!closed && closeCode.filter(NEVER_AGAIN::contains).isEmpty()) {
                comeBack();
            }
        }
        notifyAll();
    }

    private void sayHello() {
        asked.clear();
        var wishes = new JsonArray();
        for (var feed : feeds) {
            var after = state(feed).map(state -> state.token().toString());
            wishes.add(new JsonObject().put("feed", feed).put("after", after.orElse(null)));
        }
        send(new JsonObject()
                .put("type", "hello")
                .put("v", new JsonArray().add(1))
                .put("pace", pace.name().toLowerCase(Locale.ROOT))
                .put("feeds", wishes)
                .encode());
    }

    private synchronized void hear(WebSocket by, String text) {
        if (by != socket) {
            return;
        }
        var frame = new JsonObject(text);
        heard.add(frame);
        bytesHeard += text.length();
        var feed = frame.getString("feed", "");
        switch (frame.getString("type")) {
            case "reset" -> states.remove(feed);
            case "snapshot" -> snapshot(feed, frame);
            case "entries" -> entries(feed, frame);
            default -> {
                // pings and stale: this screen trusts its test to wait
            }
        }
        notifyAll();
    }

    private void snapshot(String feed, JsonObject frame) {
        asked.remove(feed);
        var mine = states.get(feed);
        var token = FoldedScreen.token(frame, "token");
        if (mine == null
                || !mine.token().epoch().equals(token.epoch())
                || mine.token().seq() < token.seq()) {
            show(feed, FoldedScreen.of(frame));
        }
    }

    private void entries(String feed, JsonObject frame) {
        var mine = state(feed);
        var fit = mine.map(state -> state.fit(frame)).orElse(Fit.GAP);
        if (fit == Fit.APPLIED) {
            asked.remove(feed);
            show(feed, mine.orElseThrow().after(frame));
        } else if (fit == Fit.GAP && asked.add(feed)) {
            sayHello();
            asked.add(feed);
        }
    }

    private Optional<FoldedScreen> state(String feed) {
        return Optional.ofNullable(states.get(feed));
    }

    private void show(String feed, FoldedScreen state) {
        states.put(feed, state);
        onState.accept(feed, state);
    }
}
