package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eventcenter.module.Module;

/** Joining and leaving: its tables, the desk, and the routes to it. */
public final class RegistrationModule implements Module {
    private final RegistrationDesk desk;
    private final AccountsInEvents names;
    private final List<Consumer<Router>> routes;

    public RegistrationModule(RegistrationDesk desk, AccountsInEvents names, List<Consumer<Router>> routes) {
        this.desk = desk;
        this.names = names;
        this.routes = List.copyOf(routes);
    }

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/registration/migrations");
    }

    @Override
    public Set<String> feedEntryKinds() {
        return Set.of("joined", "left", "privacy", "renamed", "withdrawn");
    }

    @Override
    public void routes(Router router) {
        routes.forEach(added -> added.accept(router));
    }

    @Override
    public Future<?> start() {
        names.catchUp();
        return desk.open();
    }

    /** Nobody joins any more; completes when those who were told to wait have their answer. */
    @Override
    public Future<?> stop() {
        return desk.close();
    }
}
