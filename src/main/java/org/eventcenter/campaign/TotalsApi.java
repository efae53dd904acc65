package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.account.Right;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitors;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.web.ApiAnswers;

/** {@code /api/events/{slug}/totals}: the figures of the public and, for organizers, those of everybody. */
public final class TotalsApi {
    /** In the status of a snapshot. */
    private static final int FINAL_AT = 2;

    private final VisibleEvents visible;
    private final Visitors visitors;
    private final Rights rights;
    private final FeedStore feeds;

    public TotalsApi(VisibleEvents visible, Visitors visitors, Rights rights, FeedStore feeds) {
        this.visible = visible;
        this.visitors = visitors;
        this.rights = rights;
        this.feeds = feeds;
    }

    public void routes(Router router) {
        router.get("/api/events/:slug/totals").handler(context -> read(context).onFailure(context::fail));
    }

    private Future<Void> read(RoutingContext context) {
        return visible.ofAddress(context)
                .compose(event -> totals(context, event.eventId()))
                .compose(json -> ApiAnswers.ok(context, json));
    }

    private Future<JsonObject> totals(RoutingContext context, long eventId) {
        return visitors.visitor(context)
                .compose(visitor -> rights.may(visitor, Right.SEE_ORGANIZERS_FEED, eventId))
                .compose(organizes -> organizes ? both(eventId) : publicOnly(eventId));
    }

    private Future<JsonObject> publicOnly(long eventId) {
        return figures(eventId, FeedAudience.PUBLIC).map(figures -> new JsonObject().put("public", figures));
    }

    private Future<JsonObject> both(long eventId) {
        return publicOnly(eventId)
                .compose(json ->
                        figures(eventId, FeedAudience.ORGANIZERS).map(figures -> json.put("organizers", figures)));
    }

    private Future<JsonObject> figures(long eventId, FeedAudience audience) {
        return feeds.snapshot(new Feed(eventId, audience)).map(snapshot -> {
            var state = snapshot.getJsonObject("state");
            return new JsonObject()
                    .put("token", snapshot.getString("token"))
                    .put("finalAt", state.getJsonArray("status").getValue(FINAL_AT))
                    .put("totals", state.getJsonObject("totals"));
        });
    }
}
