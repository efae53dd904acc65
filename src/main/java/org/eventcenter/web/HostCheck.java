package org.eventcenter.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Answers only where we are at home. Under another host of ours API, health, files and sockets answer, and pages are
 * sent to the public address; strangers' hosts get 421, so that no foreign name can be led here. Only the probes of
 * machines, which ask by numbers, are answered under any host: they tell nothing that is for somebody.
 */
final class HostCheck implements Handler<RoutingContext> {
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/live", "/healthz", "/readyz", "/css/", "/js/", "/img/", "/vendor/");

    private static final List<String> PROBES = List.of("/healthz", "/readyz");

    private static final List<HttpMethod> PAGE_METHODS = List.of(HttpMethod.GET, HttpMethod.HEAD);

    private final HttpConfig http;

    HostCheck(HttpConfig http) {
        this.http = http;
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var host = request.getHeader(HttpHeaders.HOST);
        if (!request.uri().startsWith("/")
                || !RequestAddress.isReadable(context)
                || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            context.fail(Problem.of(400, "bad-request").exception());
        } else if (PROBES.contains(context.normalizedPath())) {
            context.next();
        } else if (host == null || !http.isOurHost(host)) {
            context.fail(Problem.of(421, "wrong-host").exception());
        } else if (isPage(context) && !http.isPublicHost(host)) {
            goHome(context);
        } else {
            context.next();
        }
    }

    private void goHome(RoutingContext context) {
        context.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, http.url(context.request().uri()))
                .end()
                .onFailure(gone -> {});
    }

    private static boolean isPage(RoutingContext context) {
        return PAGE_METHODS.contains(context.request().method())
                && NOT_PAGES.stream().noneMatch(context.normalizedPath()::startsWith);
    }
}
