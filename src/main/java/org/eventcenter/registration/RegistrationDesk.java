package org.eventcenter.registration;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eventcenter.feed.Doorbells;

/**
 * Where people join. Each event has a line: who comes while the line's last commit is under way is written with the next
 * one, so that a room of 500 phones is a few commits, and one call is in flight for an event. After the commit this
 * node's {@link JoinListener} learns of it, then the person is answered, then the doorbells ring.
 *
 * <p>Its state lives on one event loop. It may be asked from any thread; the answer comes on the context of who asked.
 * Futures fail with {@link NotConfirmed} when the database does not answer in time.
 */
public final class RegistrationDesk {
    private final Vertx vertx;
    private final Context home;
    private final RegistrationStore store;
    private final UntilConfirmed untilConfirmed;
    private final JoinNews news;
    private final Doorbells doorbells;
    private final Map<Long, JoinLine> lines = new HashMap<>();
    private final Promise<Void> ended = Promise.promise();
    private boolean closed;

    public RegistrationDesk(
            Vertx vertx, RegistrationStore store, JoinListener listener, Doorbells doorbells, DeskConfig config) {
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
        this.store = store;
        this.untilConfirmed = new UntilConfirmed(vertx, config.callTimeout(), config.patience(), config.retryDelay());
        this.news = new JoinNews(listener, config.listenerPatience());
        this.doorbells = doorbells;
    }

    /** Completes when it knows the database's time, by which wishes are ordered. */
    Future<Void> open() {
        return store.measureTime();
    }

    public Future<JoinAnswer> join(long eventId, JoinRequest request) {
        return join(eventId, new TimedJoin(request, store.now()));
    }

    /** A wish that was made before now. */
    Future<JoinAnswer> join(long eventId, TimedJoin join) {
        return joinAllTimed(eventId, List.of(join)).map(answers -> answers.get(0));
    }

    /** Answers in the order of the requests. Fails as a whole, then nothing is known of any of them. */
    public Future<List<JoinAnswer>> joinAll(long eventId, List<JoinRequest> requests) {
        var now = store.now();
        return joinAllTimed(
                eventId,
                requests.stream().map(request -> new TimedJoin(request, now)).toList());
    }

    private Future<List<JoinAnswer>> joinAllTimed(long eventId, List<TimedJoin> requests) {
        var caller = vertx.getOrCreateContext();
        var answered = Promise.<List<JoinAnswer>>promise();
        home.runOnContext(here -> enter(eventId, requests)
                .onComplete((answers, failure) -> caller.runOnContext(there -> answered.complete(answers, failure))));
        return answered.future();
    }

    private Future<List<JoinAnswer>> enter(long eventId, List<TimedJoin> requests) {
        if (closed) {
            return Future.failedFuture(new NotConfirmed(new IllegalStateException("the desk is closed")));
        }
        return lines.computeIfAbsent(eventId, this::newLine).enter(requests);
    }

    private JoinLine newLine(long eventId) {
        return new JoinLine(eventId, store, untilConfirmed, news, doorbells, () -> idle(eventId));
    }

    private void idle(long eventId) {
        lines.remove(eventId);
        if (closed) {
            endWhenEmpty();
        }
    }

    /** Takes nobody any more; completes when everybody who waits is answered. */
    public Future<Void> close() {
        home.runOnContext(here -> {
            closed = true;
            endWhenEmpty();
        });
        return ended.future();
    }

    private void endWhenEmpty() {
        if (lines.isEmpty()) {
            ended.tryComplete();
        }
    }
}
