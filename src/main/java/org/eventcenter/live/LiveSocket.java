package org.eventcenter.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventcenter.feed.FeedAudience;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open browser: what it said, what it watches, and what it can take. On the event loop of its audience. */
final class LiveSocket {
    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

    /** Full at this many bytes; with one frame more, a stalled socket holds at most twice as much. */
    private static final int QUEUE_BYTES = 32 * 1024;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final Guest guest;
    private final Audience audience;
    private final LiveConfig config;
    private final Drain drain;
    private final Allowance allowance;
    private final List<Watcher> watchers = new ArrayList<>();
    private @Nullable Pace pace;
    private long helloTimer;
    private int hellos;
    private boolean closed;

    LiveSocket(Vertx vertx, ServerWebSocket socket, Guest guest, Audience audience, LiveConfig config, NodeTime time) {
        this.vertx = vertx;
        this.socket = socket;
        this.guest = guest;
        this.audience = audience;
        this.config = config;
        this.allowance = new Allowance(time.nanoTime());
        this.drain = new Drain(vertx, config, time.nanoTime(), audience::join, () -> close(CloseReason.SLOW));
    }

    void open() {
        audience.arrive(this);
        helloTimer = vertx.setTimer(config.helloWithin().toMillis(), timer -> close(CloseReason.SLOW));
        socket.setWriteQueueMaxSize(QUEUE_BYTES);
        socket.frameHandler(frame -> countFrame());
        socket.textMessageHandler(this::hear);
        socket.binaryMessageHandler(bytes -> close(CloseReason.UNREADABLE));
        socket.drainHandler(now -> drain.drained());
        socket.exceptionHandler(this::broken);
        socket.closeHandler(now -> end());
        if (!guest.enter()) {
            close(CloseReason.TOO_MANY);
        }
    }

    Audience audience() {
        return audience;
    }

    private void countFrame() {
        if (!allowance.takeOne()) {
            close(CloseReason.TOO_MANY);
        }
    }

    private void hear(String text) {
        if (closed) {
            return;
        }
        var heard = Hello.parse(text, config.feedsPerSocket());
        heard.hello().ifPresentOrElse(this::hello, () -> close(heard.otherwise()));
    }

    /** The newest hello holds: it names all that is watched from now on. */
    private void hello(Hello hello) {
        vertx.cancelTimer(helloTimer);
        leaveAll();
        pace = hello.pace();
        hellos++;
        for (var wish : hello.wishes()) {
            wish.name()
                    .ifPresentOrElse(
                            name -> askAtTheDoor(name, wish, hello.pace(), hellos), () -> close(CloseReason.UNKNOWN));
        }
    }

    private void askAtTheDoor(FeedName name, Hello.Wish wish, Pace pace, int ofHello) {
        guest.admit(name).onFailure(this::cannotAsk).onSuccess(answer -> {
            if (!closed && ofHello == hellos) {
                answer.feed()
                        .ifPresentOrElse(
                                feed -> watch(new NamedFeed(feed, name), wish, pace), () -> close(answer.otherwise()));
            }
        });
    }

    private void watch(NamedFeed feed, Hello.Wish wish, Pace pace) {
        if (wish.reset()) {
            write(FrameText.reset(feed.name()));
        }
        var watcher = new Watcher(this, feed, pace, wish.after());
        watchers.add(watcher);
        audience.join(watcher);
    }

    private void cannotAsk(Throwable cause) {
        log.warn("Rights could not be asked for", cause);
        close(CloseReason.TRY_LATER);
    }

    /** A frame that is too large or against the protocol, or a connection that is gone, which no close can reach. */
    private void broken(Throwable cause) {
        log.debug("Socket of {} is broken", socket.remoteAddress(), cause);
        close(CloseReason.UNREADABLE);
    }

    /** Whether it takes a frame now. If its queue is full, this watcher joins again by itself when it has drained. */
    boolean takes(Watcher watcher) {
        if (isOpen() && socket.writeQueueFull()) {
            drain.await(watcher);
            return false;
        }
        return isOpen();
    }

    /** Does nothing when the socket is closed, which it may be a moment before it tells us. */
    void write(String text) {
        if (isOpen()) {
            socket.writeTextMessage(text).onFailure(cause -> log.debug("A frame was not written", cause));
        }
    }

    private boolean isOpen() {
        return !closed && !socket.isClosed();
    }

    boolean isAt(Pace pace) {
        return this.pace == pace;
    }

    Set<NamedFeed> watchedFeeds() {
        return watchers.stream().map(Watcher::feed).collect(Collectors.toUnmodifiableSet());
    }

    void ping(String text) {
        if (isOpen() && !socket.writeQueueFull()) {
            write(text);
        }
    }

    /** The feeds of organizers end with the session or the role. */
    void askRightsAgain() {
        List.copyOf(watchers).stream()
                .filter(watcher -> watcher.feed().name().audience() == FeedAudience.ORGANIZERS)
                .forEach(this::askRightAgain);
    }

    void askRightAgain(Watcher watcher) {
        guest.admit(watcher.feed().name())
                .onFailure(cause -> log.debug("Rights could not be asked for", cause))
                .onSuccess(answer -> {
                    if (answer.feed().isEmpty() && !watcher.isGone()) {
                        close(answer.otherwise());
                    }
                });
    }

    Future<Boolean> isForEverybody(Watcher watcher) {
        return guest.isForEverybody(watcher.feed().name());
    }

    void close(CloseReason reason) {
        close(reason, reason.text());
    }

    void restart(long comeBackAfterMillis) {
        close(CloseReason.RESTART, Long.toString(comeBackAfterMillis));
    }

    private void close(CloseReason reason, String text) {
        if (!closed) {
            end();
            socket.close(reason.code(), text).onFailure(cause -> log.debug("A socket was gone already", cause));
        }
    }

    private void end() {
        if (closed) {
            return;
        }
        closed = true;
        guest.leave();
        vertx.cancelTimer(helloTimer);
        leaveAll();
        drain.end();
        audience.depart(this);
    }

    private void leaveAll() {
        watchers.forEach(audience::leave);
        watchers.clear();
    }
}
