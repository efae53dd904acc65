package org.eventcenter.stream;

/** An event does not have the shape of its stream; the message names the field. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String reason) {
        super(reason, null, false, false);
    }
}
