package org.eventcenter.stream;

import java.util.concurrent.atomic.LongAdder;

/**
 * What was counted since this node started. For any thread.
 *
 * @param events events that came, canaries and dismissed ones included
 * @param changes changes that were given to the sink
 * @param malformed events that could not be read, huge ones included
 * @param connections connections that were begun
 * @param foundLater changes that were given to the sink when their author had become known
 * @param droppedEarly events that came too fast to be kept for a second look
 */
public record StreamFigures(
        LongAdder events,
        LongAdder changes,
        LongAdder malformed,
        LongAdder connections,
        LongAdder foundLater,
        LongAdder droppedEarly) {
    StreamFigures() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
