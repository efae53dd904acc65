package org.eventcenter.sandbox.mediawiki;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** {@code /enwiki/wiki/Title}: what one sees who follows a link to an article. */
public final class PageRoutes {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s" dir="auto">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            </head>
            <body>
            <h1><bdi>%2$s</bdi></h1>
            <p>%3$s</p>
            </body>
            </html>
            """;

    private final Wikis wikis;

    public PageRoutes(Wikis wikis) {
        this.wikis = wikis;
    }

    public void mount(Router router) {
        Family.SITES.forEach(site -> router.get("/" + site.id() + "/wiki/*").handler(context -> show(context, site)));
    }

    private void show(RoutingContext context, SimulatedSite site) {
        var prefix = "/" + site.id() + "/wiki/";
        var title = context.normalizedPath().substring(prefix.length());
        var spaced = URLDecoder.decode(title.replace("+", "%2B"), StandardCharsets.UTF_8)
                .replace('_', ' ');
        var text = wikis.find(site.id(), spaced)
                .map(latest -> "A page of the simulated wiki, %d bytes long.".formatted(latest.size()))
                .orElse("The simulated wiki has no page of this name.");
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(PAGE.formatted(site.language(), AuthorizePage.escaped(spaced), text))
                .onFailure(context::fail);
    }
}
