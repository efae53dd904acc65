package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.registration.RegistrationStore.JoinBatch;

/** The people who wait to join one event, and the one call that is under way for them. Lives on the desk's event loop. */
final class JoinLine {
    private static final int LARGEST_CALL = 200;

    private final long eventId;
    private final RegistrationStore store;
    private final UntilConfirmed untilConfirmed;
    private final JoinNews news;
    private final Doorbells doorbells;
    private final Runnable whenIdle;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;

    /** @param whenIdle runs each time that nobody waits any more */
    JoinLine(
            long eventId,
            RegistrationStore store,
            UntilConfirmed untilConfirmed,
            JoinNews news,
            Doorbells doorbells,
            Runnable whenIdle) {
        this.eventId = eventId;
        this.store = store;
        this.untilConfirmed = untilConfirmed;
        this.news = news;
        this.doorbells = doorbells;
        this.whenIdle = whenIdle;
    }

    private record Waiting(JoinRequest request, Promise<JoinAnswer> answer) {}

    Future<List<JoinAnswer>> enter(List<JoinRequest> requests) {
        var entered = requests.stream()
                .map(request -> new Waiting(request, Promise.promise()))
                .toList();
        waiting.addAll(entered);
        if (!busy) {
            writeNext();
        }
        return Future.join(entered.stream().map(one -> one.answer.future()).toList())
                .map(all -> all.<JoinAnswer>list());
    }

    private void writeNext() {
        busy = !waiting.isEmpty();
        if (!busy) {
            whenIdle.run();
            return;
        }
        var batch = takeBatch();
        var requests = batch.stream().map(Waiting::request).toList();
        untilConfirmed
                .call(() -> store.join(eventId, requests))
                .compose(written ->
                        news.tell(eventId, requests, written.answers()).map(told -> written))
                .onSuccess(written -> answer(batch, written))
                .onFailure(failure -> refuse(batch, failure))
                .onComplete(done -> writeNext());
    }

    private List<Waiting> takeBatch() {
        var batch = new ArrayList<Waiting>();
        while (!waiting.isEmpty() && batch.size() < LARGEST_CALL) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private void answer(List<Waiting> batch, JoinBatch written) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer.complete(written.answers().get(i));
        }
        doorbells.ring(written.move());
    }

    private static void refuse(List<Waiting> batch, Throwable failure) {
        batch.forEach(one -> one.answer.fail(failure));
    }
}
