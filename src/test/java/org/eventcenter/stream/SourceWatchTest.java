package org.eventcenter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eventcenter.stream.SourceState.Kind;
import org.junit.jupiter.api.Test;

class SourceWatchTest {
    private static final String ACTIVE = "eqiad.mediawiki.page_change.v1";
    private static final String IDLE = "codfw.mediawiki.page_change.v1";
    private static final Instant NOON = Instant.parse("2026-09-08T12:00:00Z");

    /** Seconds since noon, by the database's clock and by the monotonic one. */
    private double now;

    private final StreamPosition position =
            new StreamPosition(Map.of(ACTIVE, NOON.minusSeconds(600), IDLE, NOON.minusSeconds(1_800)), this::time);
    private final SourceWatch watch =
            new SourceWatch(List.of(ACTIVE, IDLE), position, config(), this::time, () -> (long) (now * 1e9));

    @Test
    void it_is_away_while_nobody_lets_it_in_but_not_for_a_moment() {
        now = 4;
        assertThat(kind()).isEqualTo(Kind.CATCHING_UP);
        now = 6;
        assertThat(kind()).isEqualTo(Kind.AWAY);

        live();
        watch.disconnected();
        now += 4;
        assertThat(kind()).isEqualTo(Kind.LIVE);
        now += 2;
        assertThat(kind()).isEqualTo(Kind.AWAY);
    }

    @Test
    void while_the_backlog_is_read_edits_are_exact_up_to_what_was_read_and_done() {
        watch.connected();
        edit(-500);
        now = 1;
        var waiting = position.read(new TopicTime(ACTIVE, NOON.minusSeconds(300)));
        watch.came(new TopicTime(ACTIVE, NOON.minusSeconds(300)));
        now = 7;
        edit(-200);

        assertThat(watch.judge()).isEqualTo(new SourceWatch.Judgement(Kind.CATCHING_UP, NOON.minusSeconds(500)));

        waiting.done();
        assertThat(watch.judge()).isEqualTo(new SourceWatch.Judgement(Kind.CATCHING_UP, NOON.minusSeconds(200)));
    }

    @Test
    void the_idle_data_centre_holds_nothing_back_and_its_canaries_promise_nothing() {
        live();
        canary(IDLE, now);
        edit(now);

        assertThat(kind()).isEqualTo(Kind.LIVE);
        assertThat(watch.judge().exactUpTo()).isAfter(time().minusSeconds(10));
    }

    @Test
    void edits_that_are_read_and_not_written_yet_are_not_exact() {
        live();
        var unwritten = position.read(new TopicTime(ACTIVE, time()));
        watch.came(new TopicTime(ACTIVE, time()));
        var since = time();
        for (int i = 0; i < 30; i++) {
            now += 1;
            edit(now);
        }

        assertThat(kind()).isEqualTo(Kind.CATCHING_UP);
        assertThat(watch.judge().exactUpTo()).isBeforeOrEqualTo(since);

        unwritten.done();
        assertThat(kind()).isEqualTo(Kind.LIVE);
    }

    @Test
    void a_stream_that_is_never_quiet_is_late_after_a_minute_of_silence_and_after_old_events_only() {
        live();
        now += 59;
        assertThat(kind()).isEqualTo(Kind.LIVE);
        edit(now - 600);
        now += 2;
        assertThat(kind()).isEqualTo(Kind.LATE);

        edit(now);
        assertThat(kind()).isNotEqualTo(Kind.LATE);
    }

    @Test
    void connections_that_bring_nothing_newer_do_not_hide_that_it_is_late() {
        live();
        for (int i = 0; i < 70; i++) {
            now += 1;
            watch.disconnected();
            watch.connected();
            edit(now - 100);
        }

        assertThat(kind()).isEqualTo(Kind.LATE);
    }

    @Test
    void a_stream_on_which_hours_pass_between_edits_is_not_late() {
        watch.connected();
        for (int hour = -8; hour < 0; hour++) {
            edit(3_600.0 * hour);
        }
        now = 16;
        assertThat(kind()).isEqualTo(Kind.LIVE);
        now = 3_600;
        assertThat(kind()).isEqualTo(Kind.LIVE);
        now = 40_000;
        assertThat(kind()).isEqualTo(Kind.LATE);
    }

    @Test
    void a_service_that_lets_us_in_and_has_nothing_is_live_after_a_while() {
        watch.connected();
        now = 14;
        assertThat(kind()).isEqualTo(Kind.CATCHING_UP);
        now = 16;
        assertThat(watch.judge()).isEqualTo(new SourceWatch.Judgement(Kind.LIVE, time()));
    }

    @Test
    void after_an_absence_it_catches_up_and_is_not_called_late_at_once() {
        live();
        watch.disconnected();
        now += 600;
        assertThat(kind()).isEqualTo(Kind.AWAY);

        watch.connected();
        edit(now - 590);
        assertThat(kind()).isEqualTo(Kind.CATCHING_UP);
    }

    @Test
    void a_time_far_ahead_is_nothing_newer() {
        live();

        assertThat(watch.came(new TopicTime(ACTIVE, time().plusSeconds(7_200)))).isFalse();
        assertThat(watch.came(new TopicTime("eqiad.mediawiki.revision-tags-change", time())))
                .isFalse();
    }

    /** An edit a second, and everything read. */
    private void live() {
        watch.connected();
        for (int i = 0; i < 10; i++) {
            now += 1;
            edit(now);
        }
        assertThat(kind()).isEqualTo(Kind.LIVE);
    }

    private void edit(double second) {
        canary(ACTIVE, second);
    }

    private void canary(String topic, double second) {
        var seen = new TopicTime(topic, at(second));
        position.dismissed(seen);
        watch.came(seen);
    }

    private Kind kind() {
        return watch.judge().kind();
    }

    private Instant time() {
        return at(now);
    }

    private static Instant at(double second) {
        return NOON.plusMillis((long) (second * 1_000));
    }

    private static StreamConfig config() {
        var second = Duration.ofSeconds(1);
        return new StreamConfig(
                URI.create("http://localhost"),
                StreamConfig.Edits.PAGE_CHANGE,
                second,
                second,
                second,
                second,
                second,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                1);
    }
}
