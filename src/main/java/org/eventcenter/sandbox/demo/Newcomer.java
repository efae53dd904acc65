package org.eventcenter.sandbox.demo;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eventcenter.sandbox.people.Person;

/** A person who signs in with the wiki account and registers for an event on its page. */
final class Newcomer {
    private final URI hub;
    private final Person person;
    private final Browser browser;

    Newcomer(WebClient client, URI hub, Person person) {
        this.hub = hub;
        this.person = person;
        this.browser = new Browser(client, hub);
    }

    /** Completes when the hub has confirmed it; that the person is in already is as good. */
    Future<Void> register(String slug) {
        var page = hub + "/e/" + slug + "/register";
        return signIn("/e/" + slug + "/register")
                .compose(signedIn -> browser.open(page))
                .compose(form -> form.statusCode() == 200 ? fillIn(page, form.bodyAsString()) : alreadyIn(page, form));
    }

    /** Over the wiki and back, saying yes there. */
    private Future<String> signIn(String to) {
        var start = hub + "/sign-in?to=" + encoded(to);
        return follow(start)
                .compose(authorize -> follow(authorize + "&demo_person=" + encoded(person.name())))
                .compose(this::follow);
    }

    /** Opens an address that leads on; returns where to. */
    private Future<String> follow(String address) {
        return browser.open(address).map(answer -> browser.target(answer, address));
    }

    private Future<Void> alreadyIn(String page, HttpResponse<Buffer> answer) {
        return confirmed(browser.target(answer, page));
    }

    private Future<Void> fillIn(String page, String html) {
        return browser.send(page, choices(Browser.formOf(html)))
                .map(answer -> browser.target(answer, page))
                .compose(this::confirmed);
    }

    private MultiMap choices(MultiMap form) {
        form.add("see", person.isPrivate() ? "organizers" : "everyone").add("terms", "yes");
        return person.showsName() ? form.add("screen", "yes") : form;
    }

    private Future<Void> confirmed(String address) {
        return address.endsWith("/registered")
                ? Future.succeededFuture()
                : Future.failedFuture(new DemoFailure(person.name() + " was led to " + address));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
