package org.eventcenter.account;

import io.vertx.core.Future;
import java.util.Collection;

/**
 * What knows accounts elsewhere and has to follow them; the registration package does for the places and lines of events.
 * It never fails a confirmation: what it could not do it does later.
 */
@FunctionalInterface
public interface NameListener {
    /** For where nothing shows names. */
    NameListener NOBODY = accounts -> Future.succeededFuture();

    /**
     * These accounts were confirmed, lost their name to one that was, or had another account go into them. Most of them
     * are called as before.
     */
    Future<Void> named(Collection<Long> accountIds);
}
