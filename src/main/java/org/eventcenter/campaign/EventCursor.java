package org.eventcenter.campaign;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The place in a list after which its next page begins, written {@code <second>-<number>}. */
public record EventCursor(Instant at, long eventId) {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,11})-(\\d{1,18})");

    /** Empty for whatever is no cursor. */
    public static Optional<EventCursor> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new EventCursor(
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(1))), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return at.getEpochSecond() + "-" + eventId;
    }
}
