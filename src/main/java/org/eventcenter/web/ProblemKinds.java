package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /problems/<name>}: what a kind of problem means, at the address that answers give as its {@code type}. */
final class ProblemKinds {
    private final Pages pages;

    ProblemKinds(Pages pages) {
        this.pages = pages;
    }

    void routes(Router router) {
        router.get("/problems/:name").handler(context -> show(context).onFailure(context::fail));
    }

    private Future<Void> show(RoutingContext context) {
        var name = context.pathParam("name");
        var words = pages.words(context);
        if (!words.has("problem-" + name) || !words.has("problem-" + name + "-detail")) {
            return Future.failedFuture(Problem.notFound().exception());
        }
        var problem = Problem.of(200, name);
        return pages.show(
                context,
                View.of("web/problem", problem.title(words))
                        .with("problem", problem)
                        .with("detail", problem.detail(words))
                        .with("requestId", "")
                        .with("again", ""));
    }
}
