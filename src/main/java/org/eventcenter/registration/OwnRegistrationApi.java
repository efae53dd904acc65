package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.UUID;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.web.ApiAnswers;
import org.eventcenter.web.JsonBody;
import org.eventcenter.web.Problem;

/** {@code /api/events/{slug}/registration}: whoever asks joins, changes how they are seen, and leaves. */
public final class OwnRegistrationApi {
    private final VisibleEvents visible;
    private final Visitors visitors;
    private final RegisterParticipant register;
    private final RegistrationChanges changes;
    private final RegistrationStore store;

    public OwnRegistrationApi(
            VisibleEvents visible,
            Visitors visitors,
            RegisterParticipant register,
            RegistrationChanges changes,
            RegistrationStore store) {
        this.visible = visible;
        this.visitors = visitors;
        this.register = register;
        this.changes = changes;
        this.store = store;
    }

    public void routes(Router router) {
        var path = "/api/events/:slug/registration";
        router.get(path).handler(context -> read(context).onFailure(context::fail));
        router.put(path).handler(context -> join(context).onFailure(context::fail));
        router.delete(path).handler(context -> leave(context).onFailure(context::fail));
    }

    /** Somebody in, or before, an event. */
    private record Own(long eventId, long accountId) {}

    private Future<Own> own(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> visitors.visitor(context)
                        .compose(visitor -> visitor.account()
                                .map(account -> Future.succeededFuture(new Own(event.eventId(), account.accountId())))
                                .orElseGet(() -> Future.failedFuture(
                                        Problem.signInFirst().exception()))));
    }

    private Future<Void> read(RoutingContext context) {
        return own(context)
                .compose(own -> store.joining(own.eventId)
                        .compose(joining -> store.own(own.eventId, own.accountId)
                                .map(found -> new JsonObject()
                                        .put("joining", joining.name().toLowerCase(Locale.ROOT))
                                        .put(
                                                "registration",
                                                found.map(OwnRegistrationApi::json)
                                                        .orElse(null)))))
                .compose(json -> ApiAnswers.ok(context, json));
    }

    private Future<Void> join(RoutingContext context) {
        return own(context)
                .compose(own -> register.register(own.eventId, wish(JsonBody.read(context), own.accountId))
                        .compose(outcome -> outcome.isIn()
                                ? store.own(own.eventId, own.accountId)
                                : Future.failedFuture(refusal(outcome).exception())))
                .compose(registration -> ApiAnswers.ok(context, json(registration.orElseThrow())));
    }

    private static JoinWish wish(JsonBody body, long accountId) {
        var isPrivate = body.flag("private");
        var namePublic = body.flag("nameOnScreens");
        body.finish();
        return new JoinWish(UUID.randomUUID(), accountId, isPrivate, namePublic);
    }

    private static Problem refusal(JoinOutcome outcome) {
        return outcome == JoinOutcome.AGAIN
                ? Problem.of(503, "unavailable").retryAfter(1)
                : Problem.of(
                        409,
                        "cannot-join-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Future<Void> leave(RoutingContext context) {
        return own(context)
                .compose(own -> changes.cancel(own.eventId, own.accountId))
                .compose(left -> ApiAnswers.done(context));
    }

    private static JsonObject json(Registration registration) {
        return new JsonObject()
                .put("status", registration.status().name().toLowerCase(Locale.ROOT))
                .put("private", registration.isPrivate())
                .put("nameOnScreens", registration.namePublic() && !registration.isPrivate())
                .put("code", registration.code())
                .put("joinedAt", registration.joinedAt().toString());
    }
}
