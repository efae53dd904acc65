package org.eventcenter.registration;

import io.vertx.core.Future;

/**
 * Registers somebody as the person wishes, also who is in already in another way; what the wish leaves open stays as it is
 * then. Safe to ask again.
 */
public final class RegisterParticipant {
    private final RegistrationDesk desk;
    private final RegistrationChanges changes;

    public RegisterParticipant(RegistrationDesk desk, RegistrationChanges changes) {
        this.desk = desk;
        this.changes = changes;
    }

    /** Completes after the commit. Fails when the outcome is not known, then the same wish may be sent again. */
    public Future<JoinOutcome> register(long eventId, JoinWish wish) {
        return desk.join(eventId, wish.request())
                .compose(answer -> answer.outcome() == JoinOutcome.AGAIN
                        ? desk.join(eventId, wish.request())
                        : Future.succeededFuture(answer))
                .compose(answer -> answer.outcome() == JoinOutcome.ALREADY
                        ? adapt(eventId, wish, answer.place().orElseThrow()).map(answer.outcome())
                        : Future.succeededFuture(answer.outcome()));
    }

    private Future<Void> adapt(long eventId, JoinWish wish, JoinAnswer.Place place) {
        boolean namePublic = wish.namePublic(place);
        if (wish.isPrivate(place)) {
            return place.isPrivate() ? Future.succeededFuture() : changes.makePrivate(eventId, wish.accountId());
        }
        if (place.isPrivate()) {
            return changes.makePublic(eventId, wish.accountId(), namePublic);
        }
        return namePublic == place.namePublic()
                ? Future.succeededFuture()
                : changes.setNamePublic(eventId, wish.accountId(), namePublic);
    }
}
