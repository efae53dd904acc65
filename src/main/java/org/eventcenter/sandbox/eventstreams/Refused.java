package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** The service says no, in its own error format. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String detail;

    Refused(int status, String title, String detail) {
        super(title, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    void answer(HttpServerRequest request) {
        var body = new JsonObject()
                .put("status", status)
                .put(
                        "type",
                        "https://mediawiki.org/wiki/HyperSwitch/errors/"
                                + title.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .put("title", title)
                .put("detail", detail)
                .put("method", request.method().name().toLowerCase(Locale.ROOT))
                .put("uri", request.path());
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(body.encode())
                .onFailure(gone -> request.connection().close());
    }
}
