package org.eventcenter.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eventcenter.EventCenter;
import org.eventcenter.Hub;
import org.eventcenter.HubConfig;
import org.eventcenter.config.DataFolder;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.EmbeddedPostgresServer;
import org.eventcenter.database.ServerCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hub with all that it stands on: data folder, PostgreSQL, Vert.x; stopped in reverse. Blocks. */
final class ServedHub {
    private static final Logger log = LoggerFactory.getLogger(ServedHub.class);
    private static final int HUB_STOP_SECONDS = 4;
    private static final int VERTX_STOP_SECONDS = 1;

    private final HubConfig config;
    private final Consumer<String> progress;
    private Optional<EmbeddedPostgresServer> postgres = Optional.empty();
    private Optional<HubAddress> told = Optional.empty();
    private Optional<Vertx> vertx = Optional.empty();
    private Optional<Hub> hub = Optional.empty();

    ServedHub(HubConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
    }

    /** Returns the address at which people reach it. */
    String start() throws InterruptedException, ExecutionException {
        var data = DataFolder.open(config.data());
        var database = database(data);
        ServerCheck.run(database.jdbc(), database);
        var loops = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        vertx = Optional.of(loops);
        var started = new EventCenter(loops, config, data, database, progress);
        hub = Optional.of(started);
        var address = result(started.start());
        told = Optional.of(HubAddress.write(data, address));
        return address;
    }

    void stop() {
        told.ifPresent(HubAddress::remove);
        hub.ifPresent(running -> await("The hub", running.stop(), HUB_STOP_SECONDS));
        vertx.ifPresent(running -> await("Vert.x", running.close(), VERTX_STOP_SECONDS));
        postgres.ifPresent(EmbeddedPostgresServer::stop);
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

    private static <T> T result(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }

    private static void await(String what, Future<?> end, int seconds) {
        try {
            end.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn("{} did not stop within {} seconds", what, seconds);
        } catch (ExecutionException e) {
            log.warn("{} did not stop in order", what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
