package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eventcenter.web.Pages;
import org.eventcenter.web.View;

/**
 * The confirmation, {@code /e/{slug}/registered}, and what one may change there: who sees one, the name on screens, and
 * whether one takes part at all. No change asks more than a session: also who is blocked on the wikis can leave.
 */
final class RegisteredPages {
    private static final String PATH = "/e/:slug/registered";

    private final EventVisits visits;
    private final Pages pages;
    private final RegistrationStore store;
    private final RegistrationChanges changes;
    private final Confirmations confirmations;

    RegisteredPages(
            EventVisits visits,
            Pages pages,
            RegistrationStore store,
            RegistrationChanges changes,
            Confirmations confirmations) {
        this.visits = visits;
        this.pages = pages;
        this.store = store;
        this.changes = changes;
        this.confirmations = confirmations;
    }

    void routes(Router router) {
        router.get(PATH).handler(context -> look(context).onFailure(context::fail));
        router.get(PATH + "/cancel").handler(context -> askBeforeCancel(context).onFailure(context::fail));
        change(router, "/visibility", this::visibility);
        change(router, "/consent", this::consent);
        change(
                router,
                "/cancel",
                (context, visit) -> changes.cancel(visit.event().eventId(), visit.accountId()));
    }

    private Future<Void> look(RoutingContext context) {
        return visits.of(context)
                .compose(visit -> withOwn(context, visit, own -> showConfirmation(context, visit, own)));
    }

    private Future<Void> askBeforeCancel(RoutingContext context) {
        return visits.of(context)
                .compose(visit -> withOwn(
                        context,
                        visit,
                        own -> own.isIn()
                                ? pages.show(context, view(context, visit, "cancel", "registration-cancel-title"))
                                : pages.redirect(context, visit.path("/registered"))));
    }

    /** Without a session the way leads over the sign-in, without a registration to the form. */
    private Future<Void> withOwn(RoutingContext context, EventVisit visit, Function<Registration, Future<Void>> then) {
        if (visit.account().isEmpty()) {
            return signInFirst(context, visit);
        }
        return store.own(visit.event().eventId(), visit.accountId())
                .compose(own ->
                        own.isPresent() ? then.apply(own.get()) : pages.redirect(context, visit.path("/register")));
    }

    private Future<Void> showConfirmation(RoutingContext context, EventVisit visit, Registration own) {
        return confirmations
                .of(visit.event(), own)
                .compose(confirmation -> pages.show(
                        context,
                        view(
                                        context,
                                        visit,
                                        "registered",
                                        "registration-title-"
                                                + confirmation.situation().word())
                                .with("confirmation", confirmation)
                                .with("name", visit.account().orElseThrow().name())
                                .withScript("/js/participant/registered.js")
                                .withData(data(context, visit))));
    }

    private Map<String, Object> data(RoutingContext context, EventVisit visit) {
        var words = pages.words(context);
        return Map.of(
                "feed", "event/" + visit.event().slug() + "/public",
                "status", visit.event().status().word(),
                "ends", visit.event().endsAt().toEpochMilli(),
                "language", words.language().localeTag(),
                "mine", words.raw("registration-window-mine"),
                "savedMine", words.raw("registration-saved-mine"),
                "changed", words.raw("registration-changed"),
                "signedOut", words.raw("registration-signed-out"));
    }

    private void change(Router router, String what, BiFunction<RoutingContext, EventVisit, Future<Void>> change) {
        router.post(PATH + what)
                .handler(context -> visits.of(context)
                        .compose(visit -> visit.account().isEmpty()
                                ? signInFirst(context, visit)
                                : change.apply(context, visit)
                                        .recover(Superseded::letStand)
                                        .compose(done -> pages.redirect(context, visit.path("/registered"))))
                        .recover(failure -> NotConfirmedPage.after(failure, context, pages))
                        .onFailure(context::fail));
    }

    /** The consent to the name does not come along with becoming public: it is a question of its own. */
    private Future<Void> visibility(RoutingContext context, EventVisit visit) {
        var toEveryone = "everyone".equals(context.request().getFormAttribute("see"));
        return toEveryone
                ? changes.makePublic(visit.event().eventId(), visit.accountId(), false)
                : changes.makePrivate(visit.event().eventId(), visit.accountId());
    }

    private Future<Void> consent(RoutingContext context, EventVisit visit) {
        var agrees = "yes".equals(context.request().getFormAttribute("screen"));
        return changes.setNamePublic(visit.event().eventId(), visit.accountId(), agrees);
    }

    private Future<Void> signInFirst(RoutingContext context, EventVisit visit) {
        return pages.show(
                context,
                view(context, visit, "sign-in-own", "registration-own-title")
                        .with("to", visit.path("/registered"))
                        .withStatus(401));
    }

    private View view(RoutingContext context, EventVisit visit, String template, String titleKey) {
        return View.of("registration/" + template, pages.words(context).text(titleKey))
                .with("event", visit.event())
                .withStyle("/css/participant.css");
    }
}
