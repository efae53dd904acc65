package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import org.eventcenter.web.Pages;
import org.eventcenter.web.ProblemException;
import org.eventcenter.web.SealedCookies;
import org.eventcenter.web.View;

/**
 * Where people register by themselves: {@code /e/{slug}/register}. Whatever happens on the way, what was filled in stays:
 * through a sign-in it is kept in a sealed cookie, which no foreign page can make; it is never sent by itself.
 */
final class RegisterPages {
    private static final String PATH = "/e/:slug/register";

    private final EventVisits visits;
    private final Pages pages;
    private final RegistrationStore store;
    private final RegisterParticipant register;
    private final SealedCookies kept;
    private final Clock clock;

    RegisterPages(
            EventVisits visits,
            Pages pages,
            RegistrationStore store,
            RegisterParticipant register,
            SealedCookies kept,
            Clock clock) {
        this.visits = visits;
        this.pages = pages;
        this.store = store;
        this.register = register;
        this.kept = kept;
        this.clock = clock;
    }

    void routes(Router router) {
        router.post(PATH).order(-1).failureHandler(this::showAgainWhatIsOld);
        router.get(PATH).handler(context -> look(context).onFailure(context::fail));
        router.post(PATH).handler(context -> receive(context).onFailure(context::fail));
    }

    private Future<Void> look(RoutingContext context) {
        return visits.of(context)
                .compose(visit -> visit.account().isEmpty()
                        ? showWhatComes(context, visit)
                        : store.own(visit.event().eventId(), visit.accountId())
                                .compose(own -> own.isPresent()
                                        ? lookAgain(context, visit, own.get())
                                        : formIfOpen(context, visit, RegisterForm.blank())));
    }

    private Future<Void> showWhatComes(RoutingContext context, EventVisit visit) {
        return store.joining(visit.event().eventId())
                .compose(joining -> pages.show(
                        context,
                        joining == Joining.OPEN
                                ? view(context, visit, "sign-in-first").with("kept", false)
                                : notOpen(context, visit, WhyNot.of(joining))));
    }

    private Future<Void> lookAgain(RoutingContext context, EventVisit visit, Registration own) {
        return switch (own.status()) {
            case ACCEPTED -> pages.redirect(context, visit.path("/registered"));
            case REMOVED -> pages.show(context, notOpen(context, visit, WhyNot.REMOVED));
            case CANCELLED -> formIfOpen(context, visit, RegisterForm.again(own));
        };
    }

    private Future<Void> formIfOpen(RoutingContext context, EventVisit visit, RegisterForm fresh) {
        return store.joining(visit.event().eventId())
                .compose(joining -> pages.show(
                        context,
                        joining == Joining.OPEN
                                ? form(context, visit, keptOr(context, visit, fresh))
                                : notOpen(context, visit, WhyNot.of(joining))));
    }

    private RegisterForm keptOr(RoutingContext context, EventVisit visit, RegisterForm fresh) {
        return kept.take(context, visit.event().slug())
                .map(RegisterForm::filledIn)
                .orElse(fresh);
    }

    private Future<Void> receive(RoutingContext context) {
        var form = RegisterForm.sent(context);
        return visits.of(context)
                .compose(visit -> visit.account().isEmpty()
                        ? keepThroughSignIn(context, visit, form)
                        : form.hasMistakes()
                                ? pages.show(context, form(context, visit, form).withStatus(422))
                                : register(context, visit, form))
                .recover(failure -> NotConfirmedPage.after(failure, context, pages));
    }

    private Future<Void> keepThroughSignIn(RoutingContext context, EventVisit visit, RegisterForm form) {
        kept.put(context, visit.event().slug(), form.choices());
        return pages.show(
                context,
                view(context, visit, "sign-in-first").with("kept", true).withStatus(401));
    }

    private Future<Void> register(RoutingContext context, EventVisit visit, RegisterForm form) {
        return register.register(visit.event().eventId(), form.wish(visit.accountId()))
                .compose(outcome -> switch (outcome) {
                    case JOINED, ALREADY -> pages.redirect(context, visit.path("/registered"));
                    case AGAIN -> NotConfirmedPage.show(context, pages);
                    case FULL, NOT_YET_OPEN, CLOSED, ENDED, CANCELLED, REMOVED ->
                        pages.show(
                                context,
                                notOpen(context, visit, WhyNot.of(outcome)).withStatus(409));
                    case SUPERSEDED -> Future.failedFuture(new Superseded());
                })
                .recover(failure -> failure instanceof Superseded
                        ? pages.redirect(context, visit.path("/registered"))
                        : Future.failedFuture(failure));
    }

    /** Somebody signed in anew in another tab: the form is of the session before, and its choices are as good. */
    private void showAgainWhatIsOld(RoutingContext context) {
        if (context.failure() instanceof ProblemException wrong
                && wrong.problem().name().equals("old-form")) {
            var form = RegisterForm.filledIn(RegisterForm.sent(context).choices());
            visits.of(context)
                    .compose(visit -> visit.account().isEmpty()
                            ? keepThroughSignIn(context, visit, form)
                            : pages.show(
                                    context,
                                    form(context, visit, form).with("old", true).withStatus(403)))
                    .onFailure(failure -> context.next());
        } else {
            context.next();
        }
    }

    private View form(RoutingContext context, EventVisit visit, RegisterForm form) {
        return view(context, visit, "register")
                .with("form", form)
                .with("name", visit.account().orElseThrow().name())
                .with("old", false);
    }

    private View notOpen(RoutingContext context, EventVisit visit, WhyNot why) {
        return view(visit, "not-open", why.what(visit.event(), pages.words(context), clock))
                .with("why", why);
    }

    private View view(RoutingContext context, EventVisit visit, String template) {
        return view(visit, template, pages.words(context).text("registration-title"));
    }

    private static View view(EventVisit visit, String template, String title) {
        return View.of("registration/" + template, title)
                .with("event", visit.event())
                .withStyle("/css/participant.css");
    }
}
