package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.web.Pages;
import org.eventcenter.web.SentForm;
import org.eventcenter.web.View;

/**
 * The page to which one-time links lead. Looking at it uses nothing up: a script, or the person, sends the code that
 * stands behind the {@code #}.
 */
final class LinkRoutes {
    private final Pages pages;
    private final OneTimeLinks links;
    private final SignIns signIns;

    LinkRoutes(Pages pages, OneTimeLinks links, SignIns signIns) {
        this.pages = pages;
        this.links = links;
        this.signIns = signIns;
    }

    void routes(Router router) {
        router.get("/link").handler(context -> show(context, SentForm.empty()).onFailure(context::fail));
        router.post("/link").handler(context -> redeem(context).onFailure(context::fail));
    }

    private Future<Void> show(RoutingContext context, SentForm form) {
        return pages.show(
                context,
                View.of("account/link", pages.words(context).text("account-link-title"))
                        .withStatus(form.hasMistakes() ? 422 : 200)
                        .withScript("/js/link.js")
                        .with("form", form));
    }

    private Future<Void> redeem(RoutingContext context) {
        var form = SentForm.sent(context);
        var pasted = form.value("code");
        return links.redeem(pasted.substring(pasted.lastIndexOf('#') + 1))
                .compose(opened -> opened.isPresent()
                        ? signIns.begin(
                                        context,
                                        opened.get().account(),
                                        opened.get().operator())
                                .compose(account ->
                                        pages.redirect(context, opened.get().path()))
                        : show(context, SentForm.empty().withMistake("code", "account-link-void")));
    }
}
