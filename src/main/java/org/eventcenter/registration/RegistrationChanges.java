package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.registration.RegistrationStore.PersonMove;

/**
 * What a person who joined may change, and what an organizer may change for them. Each completes after the commit, and
 * changes nothing when it holds already, so it may be asked again. Fails with {@link NotConfirmed} when the database does
 * not answer in time. May be called from any thread.
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

    /** The person leaves, and may come back. */
    public Future<Void> cancel(long eventId, long accountId) {
        return change(() -> store.takeBack(eventId, accountId, TakeBack.CANCELLED));
    }

    /** An organizer removes the person, who may not come back alone. */
    public Future<Void> remove(long eventId, long accountId) {
        return change(() -> store.takeBack(eventId, accountId, TakeBack.REMOVED));
    }

    /** From now on seen by organizers only; gone from every public screen. */
    public Future<Void> makePrivate(long eventId, long accountId) {
        return change(() -> store.takeBack(eventId, accountId, TakeBack.PRIVATE));
    }

    /** Public under a new reference; with the name if the person consents to that. */
    public Future<Void> makePublic(long eventId, long accountId, boolean namePublic) {
        return change(() -> store.goPublic(eventId, accountId, namePublic));
    }

    /** Gives or takes back the consent to the name on screens. */
    public Future<Void> setNamePublic(long eventId, long accountId, boolean namePublic) {
        return change(() -> store.setNamePublic(eventId, accountId, namePublic));
    }

    private Future<Void> change(Supplier<Future<PersonMove>> call) {
        var moved = untilConfirmed.call(call);
        var answer = moved.<Void>mapEmpty();
        // Registered after the answer, so it rings after it.
        moved.onSuccess(written -> doorbells.ring(written.move()));
        return answer;
    }
}
