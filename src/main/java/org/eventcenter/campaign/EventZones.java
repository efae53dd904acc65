package org.eventcenter.campaign;

import java.time.ZoneId;
import java.util.Set;

/** The zones that an event may be in: those of the IANA time zone database, and offsets such as {@code +02:00}. */
final class EventZones {
    /** Java's own, which no browser and no calendar knows. */
    private static final String OF_JAVA = "SystemV/";

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    private EventZones() {}

    static boolean isKnown(String name) {
        return name.equals("UTC")
                || (NAMES.contains(name) && !name.startsWith(OF_JAVA))
                || name.matches("[+-](0\\d|1[0-3]):[0-5]\\d")
                || name.equals("+14:00");
    }
}
