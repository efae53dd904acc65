package org.eventcenter.stream;

import java.util.concurrent.atomic.LongAdder;

/**
 * What was counted since this node started. For any thread.
 *
 * @param events events that came, canaries and dismissed ones included
 * @param changes changes that were given to the sink
 * @param malformed events that could not be read, huge ones included
 * @param connections connections that were begun
 */
public record StreamFigures(LongAdder events, LongAdder changes, LongAdder malformed, LongAdder connections) {
    StreamFigures() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
