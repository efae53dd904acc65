package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.function.Supplier;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.registration.RegistrationStore.PersonMove;

/**
 * What a person who joined may change, and what an organizer may change for them. Each completes after the commit, and
 * changes nothing when it holds already, so it may be asked again. Of two wishes about one person the one that was made
 * later holds, at whichever node and in whatever order the database is told of them. Fails with {@link Superseded} when
 * this is the earlier one, and with {@link NotConfirmed} when the database does not answer in time. May be called from any
 * thread.
 */
public final class RegistrationChanges {
    private final RegistrationStore store;
    private final UntilConfirmed untilConfirmed;
    private final Doorbells doorbells;

    public RegistrationChanges(Vertx vertx, RegistrationStore store, Doorbells doorbells, ChangesConfig config) {
        this.store = store;
        this.untilConfirmed = new UntilConfirmed(vertx, config.callTimeout(), config.patience(), config.retryDelay());
        this.doorbells = doorbells;
    }

    /** When a wish is made that is made now, in the database's time. */
    Instant now() {
        return store.now();
    }

    /** The person leaves, and may come back. */
    public Future<Void> cancel(long eventId, long accountId) {
        return takeBack(eventId, accountId, TakeBack.CANCELLED, now());
    }

    /** An organizer removes the person, who may not come back alone. */
    public Future<Void> remove(long eventId, long accountId) {
        return takeBack(eventId, accountId, TakeBack.REMOVED, now());
    }

    /** From now on seen by organizers only; gone from every public screen. */
    public Future<Void> makePrivate(long eventId, long accountId) {
        return makePrivate(eventId, accountId, now());
    }

    Future<Void> makePrivate(long eventId, long accountId, Instant wishedAt) {
        return takeBack(eventId, accountId, TakeBack.PRIVATE, wishedAt);
    }

    /** Public under a new reference; with the name if the person consents to that. */
    public Future<Void> makePublic(long eventId, long accountId, boolean namePublic) {
        return makePublic(eventId, accountId, namePublic, now());
    }

    Future<Void> makePublic(long eventId, long accountId, boolean namePublic, Instant wishedAt) {
        return change(() -> store.goPublic(eventId, accountId, namePublic, wishedAt));
    }

    /** Gives or takes back the consent to the name on screens. */
    public Future<Void> setNamePublic(long eventId, long accountId, boolean namePublic) {
        return setNamePublic(eventId, accountId, namePublic, now());
    }

    Future<Void> setNamePublic(long eventId, long accountId, boolean namePublic, Instant wishedAt) {
        return change(() -> store.setNamePublic(eventId, accountId, namePublic, wishedAt));
    }

    private Future<Void> takeBack(long eventId, long accountId, TakeBack how, Instant wishedAt) {
        return change(() -> store.takeBack(eventId, accountId, how, wishedAt));
    }

    private Future<Void> change(Supplier<Future<PersonMove>> call) {
        var moved = untilConfirmed.call(call);
        var answer = moved.compose(RegistrationChanges::confirm);
        // Registered after the answer, so it rings after it.
        moved.onSuccess(written -> doorbells.ring(written.move()));
        return answer;
    }

    private static Future<Void> confirm(PersonMove written) {
        return written.superseded() ? Future.failedFuture(new Superseded()) : Future.succeededFuture();
    }
}
