package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.util.Collection;
import java.util.List;
import org.eventcenter.account.NameListener;
import org.eventcenter.feed.FeedMove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings names of accounts into their events: an event after the other, each with numbers, so that every screen follows.
 * What fails is done when the account is confirmed again, or at the next start. May be called from any thread, and by
 * several at once.
 */
public final class NamesOnLines implements NameListener {
    private static final Logger log = LoggerFactory.getLogger(NamesOnLines.class);

    private final RegistrationStore store;
    private final Handler<FeedMove> bells;

    /** {@code bells} ring after each event. */
    public NamesOnLines(RegistrationStore store, Handler<FeedMove> bells) {
        this.store = store;
        this.bells = bells;
    }

    @Override
    public Future<Void> named(Collection<Long> accountIds) {
        return store.wrongNames(accountIds).compose(this::bring).recover(NamesOnLines::later);
    }

    /** Begins with what a crash, or a database that was away, has left undone; it may be much. */
    void catchUp() {
        store.wrongNames().compose(this::bring).onFailure(NamesOnLines::warn);
    }

    private Future<Void> bring(List<RegistrationStore.PersonIn> wrong) {
        var done = Future.<Void>succeededFuture();
        for (var one : wrong) {
            done = done.compose(before -> bring(one));
        }
        return done;
    }

    private Future<Void> bring(RegistrationStore.PersonIn one) {
        return store.renamed(one.eventId(), one.accountId())
                .onSuccess(bells)
                .<Void>mapEmpty()
                .recover(NamesOnLines::later);
    }

    private static Future<Void> later(Throwable failure) {
        warn(failure);
        return Future.succeededFuture();
    }

    private static void warn(Throwable failure) {
        log.warn("A new name does not stand on all lines yet; it will at the next sign-in or start", failure);
    }
}
