package org.eventcenter.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eventcenter.account.Right;
import org.eventcenter.account.Rights;
import org.eventcenter.account.Visitor;
import org.eventcenter.account.Visitors;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.SessionCookie;
import org.eventcenter.web.Sessions;

/**
 * Says who may watch what. A cookie counts only when one of our own pages opened the socket: browsers let any page open
 * one, and send the cookie along.
 */
public final class Doorkeeper {
    private static final int EVENTS_REMEMBERED = 10_000;

    private final HttpConfig http;
    private final Sessions sessions;
    private final int socketsPerSession;
    private final Visitors visitors;
    private final Rights rights;
    private final CampaignStore events;

    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();

    /** For the thousands who come back at once. Only events that everybody may see; that may lag by its time. */
    private final Cache<String, CampaignEvent> publicEvents = Caffeine.newBuilder()
            .maximumSize(EVENTS_REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    public Doorkeeper(
            HttpConfig http,
            Sessions sessions,
            Visitors visitors,
            Rights rights,
            CampaignStore events,
            LiveConfig config) {
        this.http = http;
        this.sessions = sessions;
        this.socketsPerSession = config.socketsPerSession();
        this.visitors = visitors;
        this.rights = rights;
        this.events = events;
    }

    /** Whoever opens a socket by this request. */
    Guest guest(RoutingContext context) {
        if (isAnonymous(context.request())) {
            return new Caller(Optional.empty(), () -> Future.succeededFuture(Visitor.ANONYMOUS));
        }
        var session = sessions.of(context).map(SessionCookie::sessionId);
        return new Caller(session, () -> visitors.visitorNow(context));
    }

    private boolean isAnonymous(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var ownPage = origin != null && http.isOwnOrigin(origin);
        var cookie = ownPage && request.headers().contains(HttpHeaders.COOKIE);
        return !cookie && !request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private final class Caller implements Guest {
        private final Optional<String> session;
        private final Supplier<Future<Visitor>> visitor;

        Caller(Optional<String> session, Supplier<Future<Visitor>> visitor) {
            this.session = session;
            this.visitor = visitor;
        }

        @Override
        public boolean enter() {
            return session.map(id -> sockets.merge(id, 1, Integer::sum) <= socketsPerSession)
                    .orElse(true);
        }

        @Override
        public void leave() {
            session.ifPresent(id -> sockets.computeIfPresent(id, (any, open) -> open == 1 ? null : open - 1));
        }

        @Override
        public Future<Admission> admit(FeedName name) {
            return Doorkeeper.this.admit(name, visitor);
        }

        @Override
        public Future<Boolean> isForEverybody(FeedName name) {
            return event(name.slug())
                    .map(found -> found.filter(event -> Doorkeeper.isForEverybody(name, event))
                            .isPresent());
        }
    }

    private Future<Guest.Admission> admit(FeedName name, Supplier<Future<Visitor>> asking) {
        return event(name.slug()).compose(found -> {
            if (found.isEmpty()) {
                return refused(CloseReason.UNKNOWN);
            }
            var event = found.get();
            if (isForEverybody(name, event)) {
                return admitted(event, FeedAudience.PUBLIC);
            }
            return asking.get().compose(visitor -> admit(visitor, event, name.audience()));
        });
    }

    private static boolean isForEverybody(FeedName name, CampaignEvent event) {
        return name.audience() == FeedAudience.PUBLIC && event.isPublic();
    }

    private Future<Guest.Admission> admit(Visitor visitor, CampaignEvent event, FeedAudience audience) {
        return rights.may(visitor, Right.SEE_ORGANIZERS_FEED, event.eventId()).compose(may -> {
            if (may) {
                return admitted(event, audience);
            }
            if (!event.isPublic()) {
                return refused(CloseReason.UNKNOWN);
            }
            return refused(visitor.isAnonymous() ? CloseReason.SIGN_IN : CloseReason.FORBIDDEN);
        });
    }

    private Future<Optional<CampaignEvent>> event(String slug) {
        var known = publicEvents.getIfPresent(slug);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return events.bySlug(slug)
                .onSuccess(found ->
                        found.filter(CampaignEvent::isPublic).ifPresent(event -> publicEvents.put(slug, event)));
    }

    private static Future<Guest.Admission> admitted(CampaignEvent event, FeedAudience audience) {
        return Future.succeededFuture(Guest.Admission.to(new Feed(event.eventId(), audience)));
    }

    private static Future<Guest.Admission> refused(CloseReason why) {
        return Future.succeededFuture(Guest.Admission.refused(why));
    }
}
