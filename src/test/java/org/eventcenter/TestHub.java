package org.eventcenter;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eventcenter.account.Account;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.ApiTokens;
import org.eventcenter.account.NameListener;
import org.eventcenter.account.OneTimeLinks;
import org.eventcenter.config.DataFolder;
import org.eventcenter.config.Settings;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.sandbox.SimulatedWiki;

/** A whole hub in this JVM, beside a simulated wiki and on a real database: what people start with {@code serve}. */
public final class TestHub implements AutoCloseable {
    private static final long PATIENCE = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder = temporaryFolder();
    private final TestDatabase database;
    private final Pool pool;
    private final EventCenter hub;
    private final String url;

    /** On a database of its own. */
    public static TestHub beside(SimulatedWiki wiki) {
        return beside(wiki, TestPostgres.create(List.of()), Map.of());
    }

    /** With further settings by their full names, over short waits. */
    public static TestHub beside(SimulatedWiki wiki, TestDatabase database, Map<String, String> settings) {
        return new TestHub(wiki.address(), database, settings);
    }

    private TestHub(URI wiki, TestDatabase database, Map<String, String> settings) {
        this.database = database;
        this.pool = PgBuilder.pool()
                .connectingTo(database.url())
                .with(new PoolOptions().setMaxSize(2))
                .using(vertx)
                .build();
        var config = HubConfig.read(Settings.read("", Map.of(), options(wiki, settings)));
        this.hub = new EventCenter(
                vertx, config, DataFolder.open(folder), DatabaseAddress.parse(database.url()), step -> {});
        this.url = await(hub.start());
    }

    private Map<String, String> options(URI wiki, Map<String, String> settings) {
        var options = new HashMap<>(Map.of(
                "http.port", "0",
                "database.url", database.url(),
                "wiki.url", wiki.toString(),
                "oauth.url", wiki.toString(),
                "stream.url", wiki.toString(),
                "stream.backoff_min", "50ms"));
        options.putAll(settings);
        return options;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("event-center-test-hub");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url;
    }

    public Vertx vertx() {
        return vertx;
    }

    public TestDatabase database() {
        return database;
    }

    /** A token for programs, of an account with this name. */
    public String token(String name) {
        return await(account(name).compose(new ApiTokens(pool)::issue));
    }

    /** A one-time link for the operator that leads to a path. */
    public String link(String name, String path) {
        return url + await(account(name).compose(account -> new OneTimeLinks(pool).create(account, true, path)));
    }

    private Future<Account> account(String name) {
        return new AccountStore(pool, NameListener.NOBODY).local(name);
    }

    /** Asks the API; an empty body is none, an empty token too. */
    public HttpResponse<String> api(String method, String path, String token, Object body) {
        var text = body.toString();
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    public JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T await(Future<T> future) {
        try {
            return future.await(PATIENCE, SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("still waiting after " + PATIENCE + " s", e);
        }
    }

    @Override
    public void close() {
        await(hub.stop());
        await(pool.close());
        await(vertx.fileSystem().deleteRecursive(folder.toString()));
        await(vertx.close());
    }
}
