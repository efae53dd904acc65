package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eventcenter.account.Right;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.web.ApiAnswers;
import org.eventcenter.web.FieldProblem;
import org.eventcenter.web.JsonBody;
import org.eventcenter.web.Problem;
import org.eventcenter.wiki.SiteMatrix;
import org.jspecify.annotations.Nullable;

/** {@code /api/events}: lists and reads events, and creates one. */
public final class EventsApi {
    private static final int PAGE = 50;

    private final CampaignStore store;
    private final VisibleEvents visible;
    private final Visitors visitors;
    private final Rights rights;
    private final EventDoor door;
    private final Supplier<Future<SiteMatrix>> wikis;
    private final Clock clock;

    /** {@code wikis} says which wikis there are. */
    public EventsApi(
            CampaignStore store,
            VisibleEvents visible,
            Visitors visitors,
            Rights rights,
            EventDoor door,
            Supplier<Future<SiteMatrix>> wikis,
            Clock clock) {
        this.store = store;
        this.visible = visible;
        this.visitors = visitors;
        this.rights = rights;
        this.door = door;
        this.wikis = wikis;
        this.clock = clock;
    }

    public void routes(Router router) {
        router.get("/api/events").handler(context -> list(context).onFailure(context::fail));
        router.post("/api/events").handler(context -> create(context).onFailure(context::fail));
        router.get("/api/events/:slug").handler(context -> read(context).onFailure(context::fail));
    }

    private Future<Void> list(RoutingContext context) {
        var phase = phase(context);
        var after = cursor(context);
        return store.list(phase, clock.instant(), after, PAGE).compose(page -> ApiAnswers.ok(context, list(page)));
    }

    private static EventPhase phase(RoutingContext context) {
        var word = Optional.ofNullable(context.request().getParam("phase")).orElse("ongoing");
        return Arrays.stream(EventPhase.values())
                .filter(phase -> phase.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrongParameter("phase"));
    }

    private static @Nullable EventCursor cursor(RoutingContext context) {
        var text = context.request().getParam("after");
        return text == null ? null : EventCursor.parse(text).orElseThrow(() -> wrongParameter("after"));
    }

    private static RuntimeException wrongParameter(String name) {
        return Problem.invalid(List.of(FieldProblem.at("?" + name, "api-mistake-parameter")))
                .exception();
    }

    private JsonObject list(EventPage page) {
        var events = new JsonArray();
        page.events().forEach(event -> events.add(EventJson.ofPublic(event, clock.instant())));
        var next = page.next();
        return new JsonObject().put("events", events).put("next", next == null ? null : next.toString());
    }

    private Future<Void> read(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> whole(context, event))
                .compose(json -> ApiAnswers.ok(context, json));
    }

    private Future<JsonObject> whole(RoutingContext context, CampaignEvent event) {
        var organizes =
                visitors.visitor(context).compose(visitor -> rights.may(visitor, Right.ORGANIZE, event.eventId()));
        var wikisOfEvent = store.wikis(event.eventId());
        var goals = store.goals(event.eventId());
        var state = door.state(event);
        return Future.all(organizes, wikisOfEvent, goals, state).map(all -> {
            var json = EventJson.whole(event, wikisOfEvent.result(), goals.result(), clock.instant())
                    .put("joining", state.result().apiWord());
            return organizes.result() ? EventJson.addForOrganizers(json, event) : json;
        });
    }

    private Future<Void> create(RoutingContext context) {
        return visitors.visitor(context)
                .compose(visitor -> allowed(visitor)
                        .compose(ok -> wikis.get())
                        .compose(sites ->
                                store.create(NewEventBody.read(JsonBody.read(context), sites, ownId(visitor)))))
                .compose(created -> created.map(Future::succeededFuture).orElseGet(EventsApi::slugTaken))
                .compose(event -> whole(context, event)
                        .compose(json -> ApiAnswers.created(context, "/api/events/" + event.slug(), json)));
    }

    private Future<Void> allowed(Visitor visitor) {
        if (visitor.isAnonymous()) {
            return Future.failedFuture(Problem.signInFirst().exception());
        }
        return rights.may(visitor, Right.CREATE_EVENT, Rights.NO_EVENT)
                .compose(may -> may
                        ? Future.succeededFuture()
                        : Future.failedFuture(Problem.forbidden().exception()));
    }

    private static long ownId(Visitor visitor) {
        return visitor.account().orElseThrow().accountId();
    }

    private static Future<CampaignEvent> slugTaken() {
        var taken = FieldProblem.at("/slug", "api-mistake-slug-taken");
        return Future.failedFuture(Problem.invalid(List.of(taken)).exception());
    }
}
