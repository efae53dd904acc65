package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that answers wrong requests and failures: {@code application/problem+json} for the API and for whoever
 * wants no HTML, a page that helps for people. What failed inside stands in the log, under the id that the answer bears.
 */
public final class ProblemHandler implements Handler<RoutingContext> {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Pages pages;

    public ProblemHandler(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.response().closed()) {
            log.debug(
                    "{} went away before the answer",
                    RequestAddress.path(context).orElse("/"),
                    context.failure());
            return;
        }
        var problem = problemOf(context);
        if (problem.status() >= 500) {
            note(context, problem);
        }
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        answer(context, problem)
                .onFailure(failure -> giveUp(context, failure))
                .onComplete(answered -> hangUpIfTooSlow(context, problem));
    }

    /** One line for what we wait for, which fails many requests at once; a fault of our own with all that is known of it. */
    private static void note(RoutingContext context, Problem problem) {
        var what = context.request().method() + " " + pathWithoutNames(context);
        if (problem.status() == 500) {
            log.error("{} failed, request {}", what, RequestId.of(context), context.failure());
        } else {
            log.warn(
                    "{} answered {}, request {}: {}",
                    what,
                    problem.status(),
                    RequestId.of(context),
                    String.valueOf(context.failure()));
        }
    }

    /** The fifth part of a path may name a person. */
    private static String pathWithoutNames(RoutingContext context) {
        var parts = RequestAddress.path(context).orElse("/").split("/", 6);
        return String.join("/", Arrays.asList(parts).subList(0, Math.min(parts.length, 5)));
    }

    /** Sends the problem as this visitor reads it. */
    private Future<Void> answer(RoutingContext context, Problem problem) {
        var retryAfter = problem.extensions().get("retryAfter");
        if (retryAfter != null) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return wantsPage(context) ? page(context, problem) : json(context, problem);
    }

    private static Problem problemOf(RoutingContext context) {
        for (Throwable cause = context.failure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TellsProblem told) {
                return told.problem();
            }
            if (DatabaseAway.is(cause)) {
                return Problem.of(503, "unavailable").retryAfter(RETRY_AFTER_SECONDS);
            }
        }
        int status = context.failure() == null || context.statusCode() < 500 ? context.statusCode() : 500;
        return switch (status) {
            case 400 -> Problem.of(400, "bad-request");
            case 401 -> Problem.signInFirst();
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed");
            case 408 -> Problem.of(408, "too-slow");
            case 413 -> Problem.of(413, "too-large");
            case 415 -> Problem.of(415, "wrong-type");
            case 503 -> Problem.of(503, "unavailable");
            default -> status >= 400 && status < 500 ? Problem.of(status, "bad-request") : Problem.of(500, "failure");
        };
    }

    private static boolean wantsPage(RoutingContext context) {
        var accept = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
                .orElse("");
        return !RequestAddress.path(context).orElse("/").startsWith("/api/") && accept.contains("text/html");
    }

    private Future<Void> page(RoutingContext context, Problem problem) {
        var words = pages.words(context);
        var again = again(context, problem);
        return pages.show(
                context,
                View.of("web/problem", problem.title(words))
                        .withStatus(problem.status())
                        .with("problem", problem)
                        .with("detail", again.isEmpty() ? problem.pageDetail(words) : words.text("web-not-loaded"))
                        .with("requestId", RequestId.of(context))
                        .with("again", again));
    }

    /** The address that could not be shown now and can be soon; empty where that is no page, or nothing would change. */
    private static String again(RoutingContext context, Problem problem) {
        var asked = context.request();
        var isPage = asked.method().equals(HttpMethod.GET) && Links.isOwnPath(asked.uri());
        return problem.status() == 503 && isPage ? asked.uri() : "";
    }

    private Future<Void> json(RoutingContext context, Problem problem) {
        return context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(ProblemJson.of(problem, pages.words(context), RequestId.of(context))
                        .toBuffer());
    }

    /** Whoever sends too slowly would keep the connection with what is still to come. */
    private static void hangUpIfTooSlow(RoutingContext context, Problem problem) {
        if (problem.status() == 408) {
            context.request().connection().close().onFailure(gone -> log.debug("Already gone", gone));
        }
    }

    private static void giveUp(RoutingContext context, @Nullable Throwable failure) {
        log.error("Could not tell what went wrong, request {}", RequestId.of(context), failure);
        if (!context.response().ended() && !context.response().headWritten()) {
            context.response().setStatusCode(500).end();
        }
    }
}
