package org.eventcenter.sandbox.eventstreams;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code since} as the service reads it: whole milliseconds, or a text that JavaScript's {@code Date.parse} takes. */
final class ScriptDate {
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));

    private ScriptDate() {}

    /** Seconds are taken for milliseconds of January 1970, as there. Throws {@link Refused}. */
    static long millis(String since) {
        if (since.matches("-?\\d{1,15}")) {
            return Long.parseLong(since);
        }
        return FORMS.stream()
                .flatMap(form -> tried(form, since).stream())
                .findFirst()
                .map(Instant::toEpochMilli)
                .orElseThrow(
                        () -> new Refused(400, "invalid_timestamp", "since must be milliseconds or a date: " + since));
    }

    private static Optional<Instant> tried(Function<String, Instant> form, String since) {
        try {
            return Optional.of(form.apply(since));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
