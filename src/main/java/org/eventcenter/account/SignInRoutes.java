package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import org.eventcenter.web.Pages;
import org.eventcenter.web.SealedCookies;
import org.eventcenter.web.Sessions;
import org.eventcenter.web.View;
import org.eventcenter.wiki.UserName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with the Wikimedia account, and out. */
final class SignInRoutes {
    private static final Logger log = LoggerFactory.getLogger(SignInRoutes.class);

    private final Pages pages;
    private final Sessions sessions;
    private final SealedCookies flows;
    private final Visitors visitors;
    private final SignIns signIns;
    private final Optional<WikiSignIn> wiki;

    SignInRoutes(
            Pages pages,
            Sessions sessions,
            SealedCookies flows,
            Visitors visitors,
            SignIns signIns,
            Optional<WikiSignIn> wiki) {
        this.pages = pages;
        this.sessions = sessions;
        this.flows = flows;
        this.visitors = visitors;
        this.signIns = signIns;
        this.wiki = wiki;
    }

    void routes(Router router) {
        router.get("/sign-in").handler(context -> signIn(context).onFailure(context::fail));
        router.get("/sign-in/callback").handler(context -> comeBack(context).onFailure(context::fail));
        router.post("/sign-out").handler(context -> signOut(context).onFailure(context::fail));
    }

    private Future<Void> signIn(RoutingContext context) {
        return visitors.visitor(context).compose(visitor -> {
            if (!visitor.isAnonymous() && !visitor.mayJoinWiki()) {
                return pages.redirect(context, SignInFlow.returnPath(context));
            }
            if (wiki.isEmpty()) {
                return tell(context, 503, "not-set-up", "/");
            }
            return visitor.mayJoinWiki()
                    ? leaveOrAsk(context, wiki.get(), visitor.account().get())
                    : leave(context, wiki.get(), OptionalLong.empty());
        });
    }

    /** Browsers are shared: whether the person of this session is the one who signs in now, only they can say. */
    private Future<Void> leaveOrAsk(RoutingContext context, WikiSignIn to, Account local) {
        var said = Optional.ofNullable(context.request().getParam("same")).orElse("");
        return switch (said) {
            case "yes" -> leave(context, to, OptionalLong.of(local.accountId()));
            case "no" -> leave(context, to, OptionalLong.empty());
            default -> ask(context, local);
        };
    }

    private Future<Void> ask(RoutingContext context, Account local) {
        return pages.show(
                context,
                View.of("account/same", pages.words(context).text("account-same-title", local.name()))
                        .with("name", local.name())
                        .with("to", SignInFlow.returnPath(context)));
    }

    private Future<Void> leave(RoutingContext context, WikiSignIn to, OptionalLong same) {
        var flow = SignInFlow.begin(context, flows, same);
        return context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, to.address(flow))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private Future<Void> comeBack(RoutingContext context) {
        var flow = SignInFlow.end(context, flows);
        var code = context.request().getParam("code");
        if (flow.isEmpty() || wiki.isEmpty()) {
            return tell(context, 400, "expired", "/");
        }
        if (code == null || context.request().getParam("error") != null) {
            return tell(context, 403, "denied", flow.get().to());
        }
        return wiki.get()
                .profile(code, flow.get())
                .transform(answer -> answer.succeeded()
                        ? enter(context, answer.result(), flow.get())
                        : refused(context, answer.cause(), flow.get()));
    }

    private Future<Void> enter(RoutingContext context, Optional<WikiProfile> profile, SignInFlow flow) {
        if (profile.isEmpty()) {
            return tell(context, 403, "no-name", "/");
        }
        var person = profile.get();
        return person.flaw()
                .map(flaw -> tell(context, 403, flaw == UserName.Flaw.TEMPORARY ? "temporary" : "odd-name", flow.to()))
                .orElseGet(() -> same(context, flow)
                        .compose(same -> signIns.confirmed(context, person, same))
                        .compose(account -> pages.redirect(context, flow.to())));
    }

    /** The account of which the person said so, if this browser still has its session. */
    private Future<Optional<Account>> same(RoutingContext context, SignInFlow flow) {
        return flow.same().isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : visitors.visitor(context)
                        .map(visitor -> visitor.account()
                                .filter(account -> visitor.mayJoinWiki()
                                        && account.accountId() == flow.same().getAsLong()));
    }

    private Future<Void> refused(RoutingContext context, Throwable why, SignInFlow flow) {
        log.info("The wiki did not confirm a sign-in: {}", why.getMessage());
        return tell(context, 502, "wiki-failed", flow.to());
    }

    /** A page in words, from which one can try again; the message keys are {@code account-sign-in-<what>}. */
    private Future<Void> tell(RoutingContext context, int status, String what, String to) {
        return pages.show(
                context,
                View.of("account/sign-in-failed", pages.words(context).text("account-sign-in-" + what))
                        .withStatus(status)
                        .with("detail", "account-sign-in-" + what + "-detail")
                        .with("again", wiki.isPresent())
                        .with("to", to));
    }

    private Future<Void> signOut(RoutingContext context) {
        var everywhere = context.request().getFormAttribute("everywhere") != null;
        return visitors.visitor(context)
                .compose(visitor -> signIns.end(visitor, everywhere))
                .compose(ended -> {
                    sessions.end(context);
                    return pages.redirect(context, "/");
                });
    }
}
