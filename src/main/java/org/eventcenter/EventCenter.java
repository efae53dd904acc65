package org.eventcenter;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eventcenter.config.DataFolder;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.DatabaseModule;
import org.eventcenter.database.Migrations;
import org.eventcenter.module.Module;
import org.eventcenter.operations.OperationsModule;
import org.eventcenter.operations.Readiness;
import org.eventcenter.web.WebServer;

/** The composition root: makes the modules, wires what they need of each other, starts and stops them in order. */
public final class EventCenter implements Hub {
    private final Vertx vertx;
    private final HubConfig config;
    private final DatabaseAddress address;
    private final Consumer<String> progress;
    private final Database database;
    private final Readiness readiness;
    private final List<Module> modules;

    /** {@code progress} is told of the steps of a start. */
    public EventCenter(
            Vertx vertx, HubConfig config, DataFolder data, DatabaseAddress address, Consumer<String> progress) {
        this.vertx = vertx;
        this.config = config;
        this.address = address;
        this.progress = progress;
        this.database = new Database(vertx, address, config.database());
        this.readiness = new Readiness(database.fast(), Map.of());
        this.modules = List.of(new DatabaseModule(), new OperationsModule(readiness));
    }

    @Override
    public Future<String> start() {
        return migrate().compose(ignored -> startModules()).compose(ignored -> openServer());
    }

    @Override
    public Future<Void> stop() {
        readiness.stop();
        Future<?> stopped = Future.succeededFuture();
        for (int i = modules.size() - 1; i >= 0; i--) {
            stopped = stopped.eventually(modules.get(i)::stop);
        }
        return stopped.eventually(database::close).mapEmpty();
    }

    private Future<Void> migrate() {
        progress.accept("Bringing the tables up to date");
        return vertx.executeBlocking(() -> {
            Migrations.run(address.jdbc(), modules);
            return null;
        });
    }

    private Future<?> startModules() {
        Future<?> started = Future.succeededFuture();
        for (var module : modules) {
            started = started.compose(ignored -> module.start());
        }
        return started;
    }

    private Future<String> openServer() {
        progress.accept("Opening the doors");
        var router = Router.router(vertx);
        modules.forEach(module -> module.routes(router));
        return new WebServer(vertx, config.http(), router)
                .start()
                .map(config.http().publicUrl());
    }
}
