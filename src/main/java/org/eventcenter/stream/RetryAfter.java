package org.eventcenter.stream;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header that says how long to stay away (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** At most an hour; empty where it is absent or says nothing. A date is taken by the clock of who answered. */
    static Optional<Duration> read(HttpClientResponse answer) {
        return read(answer.getHeader(HttpHeaders.RETRY_AFTER), answer.getHeader(HttpHeaders.DATE));
    }

    static Optional<Duration> read(@Nullable String retryAfter, @Nullable String date) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(atMostLongest(Duration.ofSeconds(Long.parseLong(retryAfter))));
        }
        try {
            return date == null
                    ? Optional.empty()
                    : Optional.of(atMostLongest(Duration.between(time(date), time(retryAfter))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration atMostLongest(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static ZonedDateTime time(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
