package org.eventcenter.sandbox.eventstreams;

import java.util.Locale;

/** Where events are taken in: one is active, the other gets canaries only. */
public enum DataCentre {
    EQIAD,
    CODFW;

    String topic(String stream) {
        return name().toLowerCase(Locale.ROOT) + "." + stream;
    }
}
