package org.eventcenter.command;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eventcenter.EventCenter;
import org.eventcenter.Hub;
import org.eventcenter.HubConfig;
import org.eventcenter.config.DataFolder;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.EmbeddedPostgresServer;
import org.eventcenter.database.ServerCheck;
import org.eventcenter.module.CannotStart;

/** A hub with all that it stands on: data folder, PostgreSQL, Vert.x; stopped in reverse. Blocks. */
final class ServedHub {
    private static final int HUB_STOP_SECONDS = 4;
    private static final int VERTX_STOP_SECONDS = 1;

    private final HubConfig config;
    private final Consumer<String> progress;
    private Optional<EmbeddedPostgresServer> postgres = Optional.empty();
    private Optional<DataFolder> told = Optional.empty();
    private Optional<Vertx> vertx = Optional.empty();
    private Optional<Hub> hub = Optional.empty();

    ServedHub(HubConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
    }

    /** Returns when people can reach it. */
    RunningHub start() throws InterruptedException, ExecutionException {
        refuseTakenPort();
        var data = DataFolder.open(config.data());
        var database = database(data);
        ServerCheck.run(database.jdbc(), database);
        var loops = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        vertx = Optional.of(loops);
        var started = new EventCenter(loops, config, data, database, progress);
        hub = Optional.of(started);
        var address = Waiting.result(started.start());
        new HubAddress(address, config.wiki().url()).write(data);
        told = Optional.of(data);
        return new RunningHub(config, database, address, config.wiki().url());
    }

    void stop() {
        told.ifPresent(HubAddress::remove);
        hub.ifPresent(running -> Waiting.end("The hub", running.stop(), HUB_STOP_SECONDS));
        vertx.ifPresent(running -> Waiting.end("Vert.x", running.close(), VERTX_STOP_SECONDS));
        postgres.ifPresent(EmbeddedPostgresServer::stop);
    }

    /** Before anything is begun that takes its time. */
    private void refuseTakenPort() {
        var http = config.http();
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(http.host(), http.port()));
        } catch (IOException e) {
            var why = String.valueOf(e.getMessage());
            var taken = why.contains("in use") ? "is taken by another program" : "cannot be listened on (" + why + ")";
            throw new CannotStart(
                    "Port " + http.port() + " of " + http.host() + " " + taken
                            + "; choose another with --port, or 0 for any free one.",
                    e);
        }
    }

    private DatabaseAddress database(DataFolder data) throws InterruptedException {
        if (config.database().address().isPresent()) {
            return config.database().address().get();
        }
        progress.accept("Starting PostgreSQL");
        var server = EmbeddedPostgresServer.start(data, progress);
        postgres = Optional.of(server);
        return server.address();
    }
}
