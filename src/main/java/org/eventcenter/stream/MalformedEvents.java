package org.eventcenter.stream;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that could not be read. All are counted; once a minute one line says how many there were, and the first ones of
 * a minute are kept, so that a stream that went bad fills neither log nor database. For one thread.
 */
final class MalformedEvents {
    private static final Logger log = LoggerFactory.getLogger(MalformedEvents.class);
    private static final long MINUTE_MILLIS = 60_000;
    private static final int KEPT_A_MINUTE = 20;
    private static final String SQLSTATE_OF_UNREADABLE = "22000";

    private final Vertx vertx;
    private final Quarantine quarantine;
    private final StreamFigures figures;
    private int thisMinute;

    MalformedEvents(Vertx vertx, Quarantine quarantine, StreamFigures figures) {
        this.vertx = vertx;
        this.quarantine = quarantine;
        this.figures = figures;
    }

    void huge() {
        note(null, "the frame is too large to be read");
    }

    void unreadable(@Nullable TopicTime seen, String fault, byte[] event) {
        note(seen, fault);
        if (thisMinute <= KEPT_A_MINUTE) {
            var topic = seen == null ? null : seen.topic();
            var body = new String(event, 0, Math.min(event.length, 8_192), StandardCharsets.UTF_8);
            quarantine
                    .keep(new Quarantine.Item(topic, null, SQLSTATE_OF_UNREADABLE, fault, body))
                    .onFailure(e -> log.warn("Could not keep a malformed event: {}", e.getMessage()));
        }
    }

    private void note(@Nullable TopicTime seen, String fault) {
        figures.malformed().increment();
        if (thisMinute == 0) {
            log.warn("An event of the stream at {} could not be read: {}", seen, fault);
            vertx.setTimer(MINUTE_MILLIS, timer -> endMinute());
        }
        thisMinute++;
    }

    private void endMinute() {
        if (thisMinute > 1) {
            log.warn("{} events of the stream could not be read within a minute", thisMinute);
        }
        thisMinute = 0;
    }
}
