package org.eventcenter.stream;

import io.vertx.core.Future;

/** Where changes come from, under one lease. It hands them to its sink in reading order, and reconnects by itself. */
public interface ChangeSource {
    /** Completes when it reads, or will as soon as the other side lets it; fails when the lease is lost. */
    Future<Void> start();

    /** Completes when its connection is closed and nothing more goes to the sink. */
    Future<Void> stop();
}
