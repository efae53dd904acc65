package org.eventcenter;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eventcenter.config.DataFolder;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.Migrations;
import org.eventcenter.module.Module;
import org.eventcenter.web.WebServer;

/**
 * One node: starts its modules in reading order and opens the HTTP server last. Stopping takes the way back: screens are
 * told to come back, the server closes, and then what was begun is finished.
 */
public final class EventCenter implements Hub {
    private final Vertx vertx;
    private final HubConfig config;
    private final DatabaseAddress address;
    private final Consumer<String> progress;
    private final Wiring wiring;
    private final List<Module> workers;
    private final List<Module> windows;
    private Optional<String> server = Optional.empty();

    /** {@code progress} is told of the steps of a start. */
    public EventCenter(
            Vertx vertx, HubConfig config, DataFolder data, DatabaseAddress address, Consumer<String> progress) {
        this.vertx = vertx;
        this.config = config;
        this.address = address;
        this.progress = progress;
        this.wiring = new Wiring(vertx, config, data, address);
        this.workers = wiring.workers();
        this.windows = wiring.windows();
    }

    @Override
    public Future<String> start() {
        return migrate()
                .compose(migrated -> start(workers))
                .compose(working -> start(windows))
                .compose(showing -> openServer());
    }

    @Override
    public Future<Void> stop() {
        wiring.readiness.stop();
        return stop(windows)
                .eventually(this::closeServer)
                .eventually(() -> stop(workers))
                .eventually(wiring.database::close);
    }

    private Future<Void> migrate() {
        progress.accept("Bringing the tables up to date");
        return vertx.executeBlocking(() -> {
            Migrations.run(address.jdbc(), workers);
            return null;
        });
    }

    private Future<String> openServer() {
        progress.accept("Opening the doors");
        var router = wiring.router(Stream.concat(workers.stream(), windows.stream()));
        return new WebServer(vertx, config.http(), router)
                .start()
                .onSuccess(deployed -> server = Optional.of(deployed))
                .map(config.http().publicUrl());
    }

    private Future<Void> closeServer() {
        return server.map(vertx::undeploy).orElse(Future.succeededFuture());
    }

    private static Future<Void> start(List<Module> modules) {
        Future<Void> started = Future.succeededFuture();
        for (var module : modules) {
            started = started.compose(before -> module.start().mapEmpty());
        }
        return started;
    }

    private static Future<Void> stop(List<Module> modules) {
        var reversed = new ArrayList<>(modules);
        Collections.reverse(reversed);
        Future<Void> stopped = Future.succeededFuture();
        for (var module : reversed) {
            stopped = stopped.eventually(module::stop);
        }
        return stopped;
    }
}
