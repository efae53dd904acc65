package org.eventcenter.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eventcenter.HubConfig;
import org.eventcenter.config.DataFolder;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.EmbeddedPostgresServer;
import org.eventcenter.module.CannotStart;
import org.eventcenter.wiki.WikiClient;

/** The hub that runs beside a command, reached by its database. */
final class RunningHub {
    private final HubConfig config;
    private final DatabaseAddress database;
    private final String address;
    private final URI wikiUrl;

    /** {@code wikiUrl}: the central wiki that this hub asks, which may be another one than the configuration has. */
    RunningHub(HubConfig config, DatabaseAddress database, String address, URI wikiUrl) {
        this.config = config;
        this.database = database;
        this.address = address;
        this.wikiUrl = wikiUrl;
    }

    /**
     * The one of the folder that was named; else the one of the configuration, else that of the demo. Throws
     * {@link CannotStart} when none of them is running.
     */
    static RunningHub find(HubOptions options) {
        var config = HubConfig.read(options.settings());
        config.logging().apply();
        var folders = options.data().map(List::of).orElse(List.of(config.data(), DemoFolder.DEFAULT));
        return folders.stream()
                .flatMap(folder -> in(folder, config).stream())
                .findFirst()
                .orElseThrow(() -> new CannotStart("no hub is running with the data folder "
                        + folders.get(0).toAbsolutePath() + "; start one, or name its folder with --data."));
    }

    /** Its address, without a slash at the end. */
    String address() {
        return address;
    }

    /** Asks its database something. Blocks. */
    <T> T ask(Function<Pool, Future<T>> question) throws InterruptedException, ExecutionException {
        return ask((pool, wiki) -> question.apply(pool));
    }

    /** Asks its database something, and its wiki. Blocks. */
    <T> T ask(BiFunction<Pool, WikiClient, Future<T>> question) throws InterruptedException, ExecutionException {
        var vertx = Vertx.vertx();
        var opened = new Database(vertx, database, config.database());
        try {
            var wiki = new WikiClient(vertx, config.wiki().at(wikiUrl), Clock.systemUTC());
            return Waiting.result(question.apply(opened.slow(), wiki));
        } finally {
            Waiting.result(opened.close().eventually(vertx::close));
        }
    }

    private static Optional<RunningHub> in(Path folder, HubConfig config) {
        var address = HubAddress.read(folder);
        var database = config.database()
                .address()
                .or(() -> address.flatMap(known -> EmbeddedPostgresServer.running(DataFolder.open(folder))));
        return database.map(found -> new RunningHub(
                config,
                found,
                address.map(HubAddress::url).orElse(config.http().publicUrl()),
                address.map(HubAddress::wiki).orElse(config.wiki().url())));
    }
}
