package org.eventcenter.sandbox.eventstreams;

/** Where a connection begins to read a topic: an offset, or {@code END} for what comes from now on. */
record StartPosition(TopicLog topic, long offset) {
    static final long END = -1;

    /** An offset that the log does not hold means the end, without an error. */
    static StartPosition at(TopicLog topic, long offset) {
        return new StartPosition(topic, topic.holds(offset) ? offset : END);
    }
}
