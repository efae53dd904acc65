package org.eventcenter.module;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.Set;

/**
 * A feature as the composition root sees it. Modules are started in the order of the configuration and stopped in
 * reverse; routes are added in the same order, and the HTTP server opens last.
 */
public interface Module {
    /** Its name in the configuration, and in the name of its migration table. */
    String name();

    /** Where its SQL lies on the class path; empty when it owns no table. */
    default Optional<String> migrations() {
        return Optional.empty();
    }

    /** The feed entry kinds that it writes; no two modules write the same kind. */
    default Set<String> feedEntryKinds() {
        return Set.of();
    }

    /** Adds its routes. Called once, before {@link #start()}. */
    default void routes(Router router) {}

    /** Completes when all that it runs is up; its verticles are deployed here. */
    default Future<?> start() {
        return Future.succeededFuture();
    }

    /** Completes when all that it ran has ended and nothing acknowledged is left unwritten. */
    default Future<?> stop() {
        return Future.succeededFuture();
    }
}
