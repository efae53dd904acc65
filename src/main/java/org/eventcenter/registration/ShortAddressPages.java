package org.eventcenter.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.web.Pages;
import org.eventcenter.web.View;

/**
 * The address that is short enough to type from a screen, {@code /j/{code}}: it leads to the register page. {@code /j}
 * takes a code from a form. Codes that were right lately lead on at once, also while somebody tries many wrong ones.
 */
final class ShortAddressPages {
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Vertx vertx;
    private final CampaignStore events;
    private final Pages pages;
    private final CodeTries tries = new CodeTries(System::nanoTime);
    private final Cache<String, String> slugs = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    ShortAddressPages(Vertx vertx, CampaignStore events, Pages pages) {
        this.vertx = vertx;
        this.events = events;
        this.pages = pages;
    }

    void routes(Router router) {
        router.get("/j/:code").handler(context -> lead(context, context.pathParam("code")));
        router.get("/j").handler(context -> lead(context, typed(context)));
    }

    private static String typed(RoutingContext context) {
        var code = context.queryParams().get("code");
        return code == null ? "" : code;
    }

    private void lead(RoutingContext context, String typed) {
        var answer = typed.isBlank()
                ? show(context, "", 200)
                : slugOf(typed)
                        .compose(slug -> slug.isPresent() ? goTo(context, slug.get()) : show(context, typed, 404));
        answer.recover(failure ->
                        failure instanceof TooManyTries ? refuse(context, typed) : Future.failedFuture(failure))
                .onFailure(context::fail);
    }

    private Future<Optional<String>> slugOf(String typed) {
        var code = TypedCode.read(typed);
        if (!TypedCode.isPossible(code)) {
            return Future.succeededFuture(Optional.empty());
        }
        var known = slugs.getIfPresent(code);
        return known == null ? lookUp(code) : Future.succeededFuture(Optional.of(known));
    }

    private Future<Optional<String>> lookUp(String code) {
        var wait = tries.enter();
        if (wait.isEmpty()) {
            return Future.failedFuture(new TooManyTries());
        }
        return after(wait.getAsLong())
                .compose(turn -> events.byShortCode(code))
                .map(found -> found.filter(CampaignEvent::isPublic).map(CampaignEvent::slug))
                .onSuccess(found -> found.ifPresent(slug -> remember(code, slug)));
    }

    private Future<?> after(long millis) {
        return millis == 0 ? Future.succeededFuture() : vertx.timer(millis, TimeUnit.MILLISECONDS);
    }

    private void remember(String code, String slug) {
        tries.wasRight();
        slugs.put(code, slug);
    }

    private Future<Void> goTo(RoutingContext context, String slug) {
        return pages.forward(context, "/e/" + slug + "/register");
    }

    private Future<Void> refuse(RoutingContext context, String typed) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return show(context, typed, 429);
    }

    private Future<Void> show(RoutingContext context, String typed, int status) {
        return pages.show(
                context,
                View.of("registration/short-address", pages.words(context).text("registration-code-title"))
                        .with("typed", typed)
                        .with("mistake", mistake(status))
                        .withStyle("/css/participant.css")
                        .withStatus(status));
    }

    /** Key of what is wrong; empty before anybody typed. */
    private static String mistake(int status) {
        return switch (status) {
            case 404 -> "registration-code-unknown";
            case 429 -> "registration-code-too-many";
            default -> "";
        };
    }

    /** More codes are tried than are looked up. */
    private static final class TooManyTries extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
