package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The web kernel on a real port with routes of a test, and a client that follows nothing and keeps no cookies. */
public final class TestSite {
    public static final CookieSecrets SECRETS =
            new CookieSecrets("a secret of the tests, long enough for them", Optional.empty());

    private final HttpConfig http;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestSite(HttpConfig http, String address) {
        this.http = http;
        this.address = address;
    }

    /** What routes are made with. */
    public record Kernel(HttpConfig http, Sessions sessions, Messages messages, Pages pages) {}

    public static TestSite start(Vertx vertx, RoutesOf routes) throws Exception {
        return start(vertx, HttpConfig.local(FreePort.choose(0)), routes);
    }

    public static TestSite start(Vertx vertx, HttpConfig http, RoutesOf routes) throws Exception {
        return start(vertx, http, SECRETS, routes);
    }

    public static TestSite start(Vertx vertx, HttpConfig http, CookieSecrets secrets, RoutesOf routes)
            throws Exception {
        PageFrame anonymous = context -> Future.succeededFuture(VisitorFrame.ANONYMOUS);
        return start(vertx, http, new Sessions(vertx, http, secrets), anonymous, routes);
    }

    public static TestSite start(Vertx vertx, HttpConfig http, Function<Sessions, PageFrame> frame, RoutesOf routes)
            throws Exception {
        var sessions = new Sessions(vertx, http, SECRETS);
        return start(vertx, http, sessions, frame.apply(sessions), routes);
    }

    private static TestSite start(Vertx vertx, HttpConfig http, Sessions sessions, PageFrame frame, RoutesOf routes)
            throws Exception {
        var messages = Messages.load(List.of("web", "account", "campaign", "registration", "live"));
        var pages = new Pages(http, messages, frame);
        var kernel = new Kernel(http, sessions, messages, pages);
        var router = WebRouter.create(vertx, http, kernel.sessions(), pages, List.of());
        routes.add(router, kernel);
        new WebServer(vertx, http, router).start().await(10, TimeUnit.SECONDS);
        return new TestSite(http, http.publicUrl());
    }

    /** The same site asked at another address than its public one. */
    public TestSite at(String address) {
        return new TestSite(http, address);
    }

    @FunctionalInterface
    public interface RoutesOf {
        void add(Router router, Kernel kernel);
    }

    public HttpConfig http() {
        return http;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> post(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Starts a request to this site. */
    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Speaks HTTP by hand, for requests that no client library would send; the answer until the server closes. */
    public String speak(Consumer<java.io.OutputStream> request) throws IOException {
        try (var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), http.port())) {
            socket.setSoTimeout(10_000);
            request.accept(socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
