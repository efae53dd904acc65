package org.eventcenter;

import io.vertx.core.Future;

/** One running node, as the command line sees it. */
public interface Hub {
    /** Completes with the address at which people reach it, when all of it is up. */
    Future<String> start();

    /** Ends everything in order, also after a start that failed or is under way. What was acknowledged is written. */
    Future<Void> stop();
}
