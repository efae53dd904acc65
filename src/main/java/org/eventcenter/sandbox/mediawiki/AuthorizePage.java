package org.eventcenter.sandbox.mediawiki;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page of the central wiki on which a person of the demo allows an application to know who they are. */
final class AuthorizePage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Simulated wiki</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; color: #202122; max-width: 28rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font: 1.6rem/1.3 Georgia, serif }
            fieldset { border: 1px solid #a2a9b1; border-radius: 2px; max-height: 55vh; overflow: auto }
            label { display: block; padding: .4rem 0 }
            button { font: inherit; min-height: 44px; padding: 0 1rem; border: 1px solid #a2a9b1; border-radius: 2px; background: #f8f9fa }
            button.allow { background: #36c; border-color: #36c; color: #fff; font-weight: 700 }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private static final String QUESTION = """
            <h1>Who are you in this demo?</h1>
            <p>This wiki is simulated, and so are its people. Choose whom you want to be; the application will learn
            that person's user name.</p>
            <form method="get">
            %s
            <fieldset><legend>People</legend>%s</fieldset>
            <p><button class="allow" id="mw-mwoauth-accept">Allow</button></p>
            </form>
            <form method="get">
            %s
            <p><button name="demo_person" value="">Cancel</button></p>
            </form>
            """;

    private final Accounts accounts;
    private final List<String> shown;

    AuthorizePage(Accounts accounts, List<String> shown) {
        this.accounts = accounts;
        this.shown = shown;
    }

    void show(RoutingContext context) {
        var asked = new StringBuilder();
        context.request().params().forEach((name, value) -> asked.append(hidden(name, value)));
        var people = new StringBuilder();
        var offered =
                shown.isEmpty() ? accounts.all().stream().map(Account::name).toList() : shown;
        offered.forEach(name -> people.append(choice(name)));
        send(context, 200, QUESTION.formatted(asked, people, asked));
    }

    void refuse(RoutingContext context, String why) {
        send(context, 400, "<h1>This does not work</h1><p>" + escaped(why) + "</p>");
    }

    private static void send(RoutingContext context, int status, String content) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(PAGE.formatted(content))
                .onFailure(context::fail);
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escaped(name), escaped(value));
    }

    private static String choice(String name) {
        var text = escaped(name);
        return "<label><input type=\"radio\" name=\"demo_person\" required value=\"%s\"> <bdi>%s</bdi></label>"
                .formatted(text, text);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
