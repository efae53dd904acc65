package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.Right;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.web.ApiAnswers;
import org.eventcenter.web.JsonBody;
import org.eventcenter.web.Problem;

/** {@code /api/events/{slug}/participants}: organizers add people by their user names, and remove them. */
public final class ParticipantsApi {
    private static final int MOST_NAMES = 1000;

    private final VisibleEvents visible;
    private final Visitors visitors;
    private final Rights rights;
    private final NamedPeople people;
    private final AccountStore accounts;
    private final RegistrationStore store;
    private final RegistrationChanges changes;

    /** Who asks, and whether they may. */
    public record Doors(VisibleEvents visible, Visitors visitors, Rights rights) {}

    public ParticipantsApi(
            Doors doors,
            NamedPeople people,
            AccountStore accounts,
            RegistrationStore store,
            RegistrationChanges changes) {
        this.visible = doors.visible();
        this.visitors = doors.visitors();
        this.rights = doors.rights();
        this.people = people;
        this.accounts = accounts;
        this.store = store;
        this.changes = changes;
    }

    public void routes(Router router) {
        router.post("/api/events/:slug/participants")
                .handler(context -> add(context).onFailure(context::fail));
        router.delete("/api/events/:slug/participants/:name")
                .handler(context -> remove(context).onFailure(context::fail));
    }

    private Future<Void> add(RoutingContext context) {
        return organized(context)
                .compose(event -> people.add(event.eventId(), read(JsonBody.read(context))))
                .compose(results -> ApiAnswers.ok(context, NamedResult.json(results)));
    }

    private static NamedPeople.Wish read(JsonBody body) {
        var names = body.list("names", String.class);
        if (!body.hasMistake("names") && (names.isEmpty() || names.size() > MOST_NAMES)) {
            body.mistake("/names", "api-mistake-names", MOST_NAMES);
        }
        var isPrivate = body.flag("private");
        var namePublic = body.flag("nameOnScreens", false);
        body.finish();
        return new NamedPeople.Wish(names, isPrivate, namePublic && !isPrivate.orElse(false));
    }

    /** Who is not in is as good as removed, so it may be asked again; a name that we never heard of is a mistake. */
    private Future<Void> remove(RoutingContext context) {
        return organized(context)
                .compose(event -> accounts.find(context.pathParam("name"))
                        .compose(account -> account.isEmpty()
                                ? Future.failedFuture(unknown())
                                : removeIfThere(event, account.get().accountId())))
                .compose(removed -> ApiAnswers.done(context));
    }

    private Future<Void> removeIfThere(CampaignEvent event, long accountId) {
        return store.own(event.eventId(), accountId)
                .compose(own ->
                        own.isEmpty() ? Future.failedFuture(unknown()) : changes.remove(event.eventId(), accountId));
    }

    private static Throwable unknown() {
        return Problem.of(404, "unknown-participant").exception();
    }

    private Future<CampaignEvent> organized(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> visitors.visitor(context)
                        .compose(visitor -> rights.may(visitor, Right.ORGANIZE, event.eventId())
                                .compose(may -> may ? Future.succeededFuture(event) : refuse(visitor))));
    }

    private static Future<CampaignEvent> refuse(Visitor visitor) {
        var problem = visitor.isAnonymous() ? Problem.signInFirst() : Problem.forbidden();
        return Future.failedFuture(problem.exception());
    }
}
