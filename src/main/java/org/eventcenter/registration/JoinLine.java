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

    private record Waiting(TimedJoin join, Promise<JoinAnswer> answer) {}

    Future<List<JoinAnswer>> enter(List<TimedJoin> joins) {
        var entered =
                joins.stream().map(join -> new Waiting(join, Promise.promise())).toList();
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
        var joins = batch.stream().map(Waiting::join).toList();
        write(joins).onComplete((written, failure) -> {
            try {
                if (written == null) {
                    refuse(batch, failure);
                } else {
                    answer(batch, written);
                }
            } finally {
                writeNext();
            }
        });
    }

    /** Also what is thrown at once is a failed future: whoever waits is answered, and the next batch gets its turn. */
    private Future<JoinBatch> write(List<TimedJoin> joins) {
        return Future.<Void>succeededFuture()
                .compose(begin -> untilConfirmed.call(() -> store.join(eventId, joins)))
                .compose(written -> news.tell(eventId, joins, written.answers()).map(told -> written));
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
