package org.eventcenter.registration;

import io.vertx.core.Future;
import java.time.Instant;

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

    /**
     * Completes after the commit. Fails when the outcome is not known, then the same wish may be sent again, and with
     * {@link Superseded} when a later wish of the same person holds.
     */
    public Future<JoinOutcome> register(long eventId, JoinWish wish) {
        var join = new TimedJoin(wish.request(), changes.now());
        return desk.join(eventId, join)
                .compose(answer -> answer.outcome() == JoinOutcome.AGAIN
                        ? desk.join(eventId, join)
                        : Future.succeededFuture(answer))
                .compose(answer -> switch (answer.outcome()) {
                    case ALREADY ->
                        adapt(eventId, wish, answer.place().orElseThrow(), join.wishedAt())
                                .map(answer.outcome());
                    case SUPERSEDED -> Future.failedFuture(new Superseded());
                    default -> Future.succeededFuture(answer.outcome());
                });
    }

    private Future<Void> adapt(long eventId, JoinWish wish, JoinAnswer.Place place, Instant wishedAt) {
        boolean namePublic = wish.namePublic(place);
        if (wish.isPrivate(place)) {
            return place.isPrivate()
                    ? Future.succeededFuture()
                    : changes.makePrivate(eventId, wish.accountId(), wishedAt);
        }
        if (place.isPrivate()) {
            return changes.makePublic(eventId, wish.accountId(), namePublic, wishedAt);
        }
        return namePublic == place.namePublic()
                ? Future.succeededFuture()
                : changes.setNamePublic(eventId, wish.accountId(), namePublic, wishedAt);
    }
}
