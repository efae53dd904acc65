package org.eventcenter.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** How durations and sizes are written: a whole number and its unit, "30s", "64MB". */
final class Units {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]+)");

    private static final Map<String, Duration> DURATIONS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private static final Map<String, Long> BYTES = Map.of(
            "B", 1L,
            "kB", 1_000L,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30);

    private Units() {}

    static Duration duration(String text) {
        var amount = amount(text, DURATIONS, "a duration such as 500ms, 30s, 5m, 3h or 7d");
        return amount.unit().multipliedBy(amount.number());
    }

    static long bytes(String text) {
        var amount = amount(text, BYTES, "a size such as 64KiB, 64MB or 1GB");
        return Math.multiplyExact(amount.number(), amount.unit());
    }

    private static <T> Amount<T> amount(String text, Map<String, T> units, String wanted) {
        var match = AMOUNT.matcher(text);
        var unit = match.matches() ? units.get(match.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("is not " + wanted);
        }
        return new Amount<>(Long.parseLong(match.group(1)), unit);
    }

    private record Amount<T>(long number, T unit) {}
}
