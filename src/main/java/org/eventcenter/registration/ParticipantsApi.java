package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.eventcenter.account.Account;
import org.eventcenter.account.NameBearers;
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
    private final NameBearers bearers;
    private final RegistrationStore store;
    private final RegistrationChanges changes;

    /** Who asks, and whether they may. */
    public record Doors(VisibleEvents visible, Visitors visitors, Rights rights) {}

    public ParticipantsApi(
            Doors doors,
            NamedPeople people,
            NameBearers bearers,
            RegistrationStore store,
            RegistrationChanges changes) {
        this.visible = doors.visible();
        this.visitors = doors.visitors();
        this.rights = doors.rights();
        this.people = people;
        this.bearers = bearers;
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

    /**
     * Whoever bears the name now. Who is not in is as good as removed, so it may be asked again; a name that nobody of
     * the event ever had is a mistake, and so is one that two of them have.
     */
    private Future<Void> remove(RoutingContext context) {
        return organized(context)
                .compose(event -> bearers.of(context.pathParam("name"))
                        .compose(borne -> store.ofEvent(event.eventId(), accountIds(borne)))
                        .compose(named -> removeOnly(event, named)))
                .compose(removed -> ApiAnswers.done(context));
    }

    private static List<Long> accountIds(NameBearers.Borne borne) {
        return borne.here().stream().map(Account::accountId).toList();
    }

    private Future<Void> removeOnly(CampaignEvent event, List<Registration> named) {
        return switch (named.size()) {
            case 0 -> Future.failedFuture(Problem.of(404, "unknown-participant").exception());
            case 1 -> changes.remove(event.eventId(), named.get(0).accountId());
            default -> Future.failedFuture(Problem.of(409, "two-of-a-name").exception());
        };
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
