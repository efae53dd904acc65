package org.eventcenter.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/** The way that every request goes before it meets a module's routes, in this order. */
public final class WebRouter {
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int LARGEST_LIST = 2 * 1024 * 1024;
    private static final List<String> PASTED_LISTS = List.of("/api/events/:slug/participants");
    private static final List<Integer> ANSWERED =
            List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 421, 500, 503);

    private WebRouter() {}

    /**
     * A router to which the modules add their routes.
     *
     * @param formOrigins where forms lead besides ourselves, such as the wiki at which people sign in
     */
    public static Router create(
            Vertx vertx, HttpConfig http, Sessions sessions, Pages pages, List<String> formOrigins) {
        var router = Router.router(vertx);
        var problems = new ProblemHandler(pages);
        ANSWERED.forEach(status -> router.errorHandler(status, problems));
        router.route().failureHandler(problems);
        router.route().handler(new RequestId());
        router.route().handler(new SecurityHeaders(http, formOrigins));
        router.route().handler(new HostCheck(http));
        router.route().method(HttpMethod.HEAD).handler(WebRouter::asGet);
        router.route().handler(sessions.handler());
        bodies(router, new BodyDeadline(http.bodyTimeout()));
        router.route().handler(new FormGuard(http, sessions));
        new StaticFiles(vertx).routes(router);
        new ProblemKinds(pages).routes(router);
        return router;
    }

    /** Whoever answers GET answers HEAD; the server leaves the body out. */
    private static void asGet(RoutingContext context) {
        context.reroute(HttpMethod.GET, context.request().uri());
    }

    private static void bodies(Router router, BodyDeadline deadline) {
        router.route().handler(deadline::start);
        PASTED_LISTS.forEach(path -> router.post(path).handler(bodyHandler(LARGEST_LIST)));
        router.route().handler(bodyHandler(LARGEST_BODY));
        router.route().handler(deadline::stop);
    }

    /** A request to become a socket has no body, and once read it could not become one. */
    private static Handler<RoutingContext> bodyHandler(int largest) {
        var reader = BodyHandler.create(false).setBodyLimit(largest);
        return context -> {
            if (context.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
                context.next();
            } else {
                reader.handle(context);
            }
        };
    }
}
