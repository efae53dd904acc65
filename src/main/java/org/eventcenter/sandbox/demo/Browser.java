package org.eventcenter.sandbox.demo;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientSession;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/** One person's browser: it keeps cookies, follows links when it is told to, and fills in forms. */
final class Browser {
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final WebClientSession session;
    private final URI hub;

    /** The client neither follows redirects nor keeps cookies by itself. */
    Browser(WebClient client, URI hub) {
        this.session = WebClientSession.create(client);
        this.hub = hub;
    }

    Future<HttpResponse<Buffer>> open(String address) {
        return session.getAbs(address).send();
    }

    /** The form that a page holds: its hidden fields, to which what the person chooses is added. */
    static MultiMap formOf(String page) {
        var form = MultiMap.caseInsensitiveMultiMap();
        HIDDEN_FIELD.matcher(page).results().forEach(field -> form.add(field.group(1), field.group(2)));
        return form;
    }

    /** As a browser sends a form of one of the hub's own pages. */
    Future<HttpResponse<Buffer>> send(String address, MultiMap form) {
        return session.postAbs(address).putHeader("Origin", hub.toString()).sendForm(form);
    }

    /** Where an answer sends the browser. Throws when it sends it nowhere. */
    String target(HttpResponse<Buffer> answer, String from) {
        if (answer.statusCode() < 301 || answer.statusCode() > 303) {
            throw new DemoFailure("Expected to be led on from " + from + ", got " + answer.statusCode());
        }
        return URI.create(from)
                .resolve(Objects.requireNonNull(answer.getHeader("Location")))
                .toString();
    }
}
