package org.eventcenter.registration;

import io.vertx.core.Future;

/** Registers somebody as the person wishes, also who is in already in another way. Safe to ask again. */
public final class RegisterParticipant {
    private final RegistrationDesk desk;
    private final RegistrationChanges changes;

    public RegisterParticipant(RegistrationDesk desk, RegistrationChanges changes) {
        this.desk = desk;
        this.changes = changes;
    }

    /** Completes after the commit. Fails when the outcome is not known, then the same wish may be sent again. */
    public Future<JoinOutcome> register(long eventId, JoinRequest wish) {
        return desk.join(eventId, wish)
                .compose(answer -> answer.outcome() == JoinOutcome.AGAIN
                        ? desk.join(eventId, wish)
                        : Future.succeededFuture(answer))
                .compose(answer -> answer.outcome() == JoinOutcome.ALREADY
                        ? adapt(eventId, wish, answer.place().orElseThrow()).map(answer.outcome())
                        : Future.succeededFuture(answer.outcome()));
    }

    private Future<Void> adapt(long eventId, JoinRequest wish, JoinAnswer.Place place) {
        if (wish.isPrivate() != place.isPrivate()) {
            return wish.isPrivate()
                    ? changes.makePrivate(eventId, wish.accountId())
                    : changes.makePublic(eventId, wish.accountId(), wish.namePublic());
        }
        return wish.namePublic() == place.namePublic()
                ? Future.succeededFuture()
                : changes.setNamePublic(eventId, wish.accountId(), wish.namePublic());
    }
}
