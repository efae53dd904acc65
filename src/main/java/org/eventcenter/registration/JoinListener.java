package org.eventcenter.registration;

import io.vertx.core.Future;
import java.util.List;

/**
 * Who has to know of a join on this node before the person is answered: an edit that is made right after the answer is
 * already looked for. A failure is logged and changes no answer, since every node reads the feeds besides.
 */
@FunctionalInterface
public interface JoinListener {
    Future<?> joined(long eventId, List<Long> accountIds);
}
