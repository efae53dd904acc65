package org.eventcenter.stream;

/**
 * Hears the frames of a connection. A frame's {@code id} is left out on purpose: resuming from the id that the service
 * gives loses events, so we build our own.
 */
interface SseHandler {
    /**
     * A frame came.
     *
     * @param name {@code message}, unless the frame named something else
     * @param data as they came, not yet checked to be UTF-8
     */
    void message(String name, byte[] data);

    /** A frame was skipped because it holds too much. */
    void huge();
}
