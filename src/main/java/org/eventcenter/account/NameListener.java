package org.eventcenter.account;

import io.vertx.core.Future;
import java.util.Collection;

/**
 * What shows the names of accounts elsewhere and has to follow them; the registration package does for the lines of
 * events. It never fails a confirmation: what it could not do it does later.
 */
@FunctionalInterface
public interface NameListener {
    /** For where nothing shows names. */
    NameListener NOBODY = accounts -> Future.succeededFuture();

    /** These accounts were confirmed, or lost their name to one that was. Most of them are called as before. */
    Future<Void> named(Collection<Long> accountIds);
}
