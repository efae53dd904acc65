package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Finds out who is asking. */
public interface Visitors {
    /**
     * By the API token if the request bears one (a bad one is a problem 401, never anonymous), else by the session if it
     * still holds, else anonymous. Looked up once a request.
     */
    Future<Visitor> visitor(RoutingContext context);

    /**
     * The same, but looked up anew: a socket lives longer than its request, and sessions and tokens end. A token that no
     * longer holds is anonymous here.
     */
    Future<Visitor> visitorNow(RoutingContext context);
}
