package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eventcenter.web.Pages;
import org.eventcenter.web.ProblemException;
import org.eventcenter.web.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that the outcome of a form is not known, and keeps the whole form to be sent again: the same registration comes
 * of it, whether or not the first one was saved.
 */
final class NotConfirmedPage {
    private static final Logger log = LoggerFactory.getLogger(NotConfirmedPage.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private NotConfirmedPage() {}

    /** For whatever failed in between; wrong requests and answers that have begun stay failures. */
    static Future<Void> after(Throwable failure, RoutingContext context, Pages pages) {
        if (failure instanceof ProblemException || context.response().headWritten()) {
            return Future.failedFuture(failure);
        }
        log.error(
                "The form of {} could not be confirmed", context.currentRoute().getPath(), failure);
        return show(context, pages);
    }

    static Future<Void> show(RoutingContext context, Pages pages) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return pages.show(
                context,
                View.of("registration/not-confirmed", pages.words(context).text("registration-not-confirmed"))
                        .with("fields", fields(context))
                        .withStatus(503));
    }

    /** All of it, the session's token too: while the database is away no page can find out anew who is looking. */
    private static Map<String, String> fields(RoutingContext context) {
        var fields = new LinkedHashMap<String, String>();
        context.request().formAttributes().forEach(field -> fields.putIfAbsent(field.getKey(), field.getValue()));
        return fields;
    }
}
