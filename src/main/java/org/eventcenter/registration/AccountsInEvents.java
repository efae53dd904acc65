package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.eventcenter.account.NameListener;
import org.eventcenter.feed.FeedMove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what changed about accounts into their events: names, and places of accounts that went into others. An event
 * after the other, each with numbers, so that every screen follows. What fails is done when the account is confirmed
 * again, or at the next start. May be called from any thread, and by several at once.
 */
public final class AccountsInEvents implements NameListener {
    private static final Logger log = LoggerFactory.getLogger(AccountsInEvents.class);

    private final RegistrationStore store;
    private final Handler<FeedMove> bells;

    /** {@code bells} ring after each event. */
    public AccountsInEvents(RegistrationStore store, Handler<FeedMove> bells) {
        this.store = store;
        this.bells = bells;
    }

    @Override
    public Future<Void> named(Collection<Long> accountIds) {
        return store.leftBehind(accountIds)
                .compose(left -> bring(left, this::merge))
                .compose(merged -> store.wrongNames(accountIds))
                .compose(wrong -> bring(wrong, this::rename))
                .recover(AccountsInEvents::later);
    }

    /** Begins with what a crash, or a database that was away, has left undone; it may be much. */
    void catchUp() {
        store.leftBehind()
                .compose(left -> bring(left, this::merge))
                .compose(merged -> store.wrongNames())
                .compose(wrong -> bring(wrong, this::rename))
                .onFailure(AccountsInEvents::warn);
    }

    private Future<Void> bring(
            List<RegistrationStore.PersonIn> people, Function<RegistrationStore.PersonIn, Future<FeedMove>> call) {
        var done = Future.<Void>succeededFuture();
        for (var one : people) {
            done = done.compose(
                    before -> call.apply(one).onSuccess(bells).<Void>mapEmpty().recover(AccountsInEvents::later));
        }
        return done;
    }

    private Future<FeedMove> merge(RegistrationStore.PersonIn one) {
        return store.merged(one.eventId(), one.accountId());
    }

    private Future<FeedMove> rename(RegistrationStore.PersonIn one) {
        return store.renamed(one.eventId(), one.accountId());
    }

    private static Future<Void> later(Throwable failure) {
        warn(failure);
        return Future.succeededFuture();
    }

    private static void warn(Throwable failure) {
        log.warn(
                "A name or a merged account is not in all events yet; it will be at the next sign-in or start",
                failure);
    }
}
