package org.eventcenter.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The fields of a JSON object, each of the type that the stream's schema gives it. JSON's null counts as absent. */
record JsonFields(JsonNode object) {
    private static final int LONGEST_NAME = 255;
    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    /** The object under this name, or an empty one. */
    JsonFields in(String name) {
        return new JsonFields(object.path(name));
    }

    Optional<String> text(String name) throws Malformed {
        var value = object.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new Malformed(name + " is no text");
        }
        return Optional.of(value.textValue());
    }

    String needText(String name) throws Malformed {
        return text(name).orElseThrow(() -> new Malformed(name + " is missing"));
    }

    /** A text of at most 255 bytes, as all names in a wiki are; longer ones fit into no index. */
    String needName(String name) throws Malformed {
        return shortName(needText(name), name);
    }

    static String shortName(String text, String name) throws Malformed {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new Malformed(name + " is longer than " + LONGEST_NAME + " bytes");
        }
        return text;
    }

    /** Any legal spelling of a whole number, so also {@code 1.2E3}. */
    Optional<Long> number(String name) throws Malformed {
        var value = object.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw new Malformed(name + " is no number");
        }
        try {
            return Optional.of(value.decimalValue().longValueExact());
        } catch (ArithmeticException e) {
            throw new Malformed(name + " is no whole number of 64 bits");
        }
    }

    long needNumber(String name) throws Malformed {
        return number(name).orElseThrow(() -> new Malformed(name + " is missing"));
    }

    boolean flag(String name) {
        return object.path(name).asBoolean(false);
    }

    /** Empty where the source does not say. */
    Optional<Boolean> knownFlag(String name) {
        var value = object.path(name);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    Instant needTime(String name) throws Malformed {
        return time(needText(name));
    }

    Instant needEpochSecond(String name) throws Malformed {
        long seconds = needNumber(name);
        if (Math.abs(seconds) > FAR_AWAY.getEpochSecond()) {
            throw new Malformed(name + " is no time");
        }
        return known(Instant.ofEpochSecond(seconds));
    }

    /** Whether a list holds this text; false where there is no list. */
    boolean lists(String name, String text) {
        for (var item : object.path(name)) {
            if (text.equals(item.textValue())) {
                return true;
            }
        }
        return false;
    }

    static Instant time(String text) throws Malformed {
        try {
            return known(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new Malformed("unreadable time");
        }
    }

    /** Times that every store can keep. */
    private static Instant known(Instant time) throws Malformed {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(FAR_AWAY)) {
            throw new Malformed("a time that cannot be");
        }
        return time;
    }

    static int toInt(long value, String name) throws Malformed {
        if (value != (int) value) {
            throw new Malformed(name + " is no whole number of 32 bits");
        }
        return (int) value;
    }

    /** Empty when either is. */
    static Optional<Integer> difference(Optional<Long> after, Optional<Long> before, String name) throws Malformed {
        return after.isEmpty() || before.isEmpty()
                ? Optional.empty()
                : Optional.of(toInt(after.get() - before.get(), name));
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
