package org.eventcenter.contribution;

import io.vertx.core.Future;
import java.util.List;
import org.eventcenter.stream.Quarantine;

/** A kind of call that writes rows: one transaction for each batch. Made again it changes nothing. */
interface BatchCall<T> {
    /** What it writes, for the log. */
    String what();

    Future<Void> write(List<T> rows);

    /** What is kept of a row that the database can never take. */
    Quarantine.Item refused(T row, Throwable failure);
}
