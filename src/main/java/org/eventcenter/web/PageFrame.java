package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Tells the pages who is looking; the account package knows. */
@FunctionalInterface
public interface PageFrame {
    Future<VisitorFrame> frame(RoutingContext context);
}
