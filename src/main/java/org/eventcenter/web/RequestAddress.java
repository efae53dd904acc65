package org.eventcenter.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the address of a request, also of one whose escapes mean nothing, where the library throws at every look. */
final class RequestAddress {
    private RequestAddress() {}

    static boolean isReadable(RoutingContext context) {
        return path(context).isPresent()
                && read(() -> context.request().params()).isPresent();
    }

    /** Normalized; empty when it cannot be read. */
    static Optional<String> path(RoutingContext context) {
        return read(context::normalizedPath);
    }

    /** A parameter of the query or of the form. */
    static Optional<String> parameter(RoutingContext context, String name) {
        return read(() -> context.request().params()).map(parameters -> parameters.get(name));
    }

    private static <T> Optional<T> read(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
