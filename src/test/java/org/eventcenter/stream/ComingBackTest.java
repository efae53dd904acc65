package org.eventcenter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComingBackTest {
    private final Backoff longest = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60), () -> 1.0);

    @Test
    void pauses_double_while_it_fails_and_have_an_end() {
        assertThat(longest.next(false)).isEqualTo(Duration.ofMillis(500));
        assertThat(longest.next(false)).isEqualTo(Duration.ofSeconds(1));
        assertThat(longest.next(false)).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            assertThat(longest.next(false)).isLessThanOrEqualTo(Duration.ofSeconds(60));
        }
        assertThat(longest.next(false)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_cut_that_brought_something_newer_is_no_failure() {
        for (int i = 0; i < 100; i++) {
            assertThat(longest.next(true)).isEqualTo(Duration.ofMillis(500));
        }
        assertThat(longest.next(false)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void the_whole_span_is_jitter() {
        var atOnce = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60), () -> 0.0);

        assertThat(atOnce.next(false)).isEqualTo(Duration.ZERO);
    }

    @Test
    void the_overlap_shrinks_to_nothing_while_nothing_newer_comes_and_grows_back() {
        var overlap = new Overlap(Duration.ofSeconds(60));
        assertThat(overlap.now()).isEqualTo(Duration.ofSeconds(60));

        for (int i = 0; i < 2; i++) {
            overlap.connectionEnded(false);
            assertThat(overlap.now()).isPositive();
        }
        overlap.connectionEnded(false);
        assertThat(overlap.now()).isZero();

        for (int i = 0; i < 7; i++) {
            overlap.connectionEnded(true);
            assertThat(overlap.now()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
        }
        assertThat(overlap.now()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void retry_after_is_understood_in_both_ways_and_bounded() {
        var date = "Tue, 08 Sep 2026 10:24:19 GMT";

        assertThat(RetryAfter.read("120", null)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Tue, 08 Sep 2026 10:25:19 GMT", date)).hasValue(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("99999999", null)).hasValue(Duration.ofHours(1));
        assertThat(RetryAfter.read("soon", date)).isEmpty();
        assertThat(RetryAfter.read("Tue, 08 Sep 2026 10:25:19 GMT", null)).isEmpty();
        assertThat(RetryAfter.read(null, date)).isEmpty();
    }
}
