package org.eventcenter.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells this node's listener who joined. Always succeeds: an answer does not depend on it. */
record JoinNews(JoinListener listener, Duration patience) {
    private static final Logger log = LoggerFactory.getLogger(JoinNews.class);

    Future<Void> tell(long eventId, List<TimedJoin> joins, List<JoinAnswer> answers) {
        var joined = IntStream.range(0, joins.size())
                .filter(i -> answers.get(i).outcome() == JoinOutcome.JOINED)
                .mapToObj(i -> joins.get(i).request().accountId())
                .toList();
        if (joined.isEmpty()) {
            return Future.succeededFuture();
        }
        return tell(eventId, joined)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .<Void>mapEmpty()
                .otherwise(failure -> {
                    log.warn("This node's index did not learn at once who joined event {}", eventId, failure);
                    return null;
                });
    }

    private Future<?> tell(long eventId, List<Long> joined) {
        try {
            return listener.joined(eventId, joined);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
