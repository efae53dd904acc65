package org.eventcenter.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with pages: templates that were compiled with the code, in the language of the request. */
public final class Pages {
    private static final Logger log = LoggerFactory.getLogger(Pages.class);

    private final HttpConfig http;
    private final Messages messages;
    private final PageFrame frame;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    public Pages(HttpConfig http, Messages messages, PageFrame frame) {
        this.http = http;
        this.messages = messages;
        this.frame = frame;
    }

    /** The texts in the language of this request, for titles and mistakes. */
    public Words words(RoutingContext context) {
        return messages.of(context);
    }

    /** Completes when the answer is out. The page is nobody else's: no cache between may keep it. */
    public Future<Void> show(RoutingContext context, View view) {
        return visitorFrame(context)
                .map(visitor -> render(page(context, view, visitor), view))
                .compose(html -> context.response()
                        .setStatusCode(view.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .putHeader(HttpHeaders.VARY, "Accept-Language, Cookie")
                        .end(html));
    }

    /** To another page of ours, by GET, in the language that this request asked for. */
    public Future<Void> redirect(RoutingContext context, String path) {
        return lead(context, 303, path);
    }

    /** To the page that this address only stands for, in the language that this request asked for. */
    public Future<Void> forward(RoutingContext context, String path) {
        return lead(context, 302, path);
    }

    private static Future<Void> lead(RoutingContext context, int status, String path) {
        return context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.LOCATION, link(context, path))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static String link(RoutingContext context, String path) {
        return Messages.asked(context)
                .map(asked -> Links.inLanguage(path, asked))
                .orElse(path);
    }

    /** A page must come up also when nobody can say who is looking. */
    private Future<VisitorFrame> visitorFrame(RoutingContext context) {
        return frame.frame(context).recover(failure -> {
            log.warn("Could not find out who is looking: {}", failure.toString());
            return Future.succeededFuture(VisitorFrame.UNKNOWN);
        });
    }

    private Page page(RoutingContext context, View view, VisitorFrame visitor) {
        return new Page(
                words(context),
                Messages.asked(context).isPresent(),
                visitor,
                PlainText.line(view.title()).value(),
                http.publicUrl(),
                RequestAddress.path(context).orElse("/"),
                view.styles(),
                view.scripts(),
                data(view.data()));
    }

    private String render(Page page, View view) {
        var parameters = new HashMap<>(view.parameters());
        parameters.put("page", page);
        var html = new StringOutput();
        templates.render("org/eventcenter/" + view.template() + ".jte", parameters, html);
        return html.toString();
    }

    /** JSON that cannot end the script element around it, whatever texts it holds. */
    static @Nullable String data(@Nullable Object data) {
        if (data == null) {
            return null;
        }
        var json = Json.encode(data);
        for (var unsafe : List.of("<", ">", "&", "\u2028", "\u2029")) {
            json = json.replace(unsafe, String.format("\\u%04x", (int) unsafe.charAt(0)));
        }
        return json;
    }
}
