package org.eventcenter.stream;

import java.util.concurrent.atomic.LongAdder;

/** What was counted since this node started, whoever asks on whatever thread. */
public final class StreamFigures {
    /** Events that came, canaries and dismissed ones included. */
    public final LongAdder events = new LongAdder();

    /** Changes that were given to the sink. */
    public final LongAdder changes = new LongAdder();

    /** Events that could not be read, huge ones included. */
    public final LongAdder malformed = new LongAdder();

    /** Connections that were begun. */
    public final LongAdder connections = new LongAdder();
}
