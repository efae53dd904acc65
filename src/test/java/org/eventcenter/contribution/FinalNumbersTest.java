package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.eventcenter.bus.Bus;
import org.eventcenter.config.Settings;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(60)
class FinalNumbersTest {
    @Test
    void a_step_makes_final_what_can_be_and_rings_so_that_open_pages_say_it(Vertx vertx) throws Exception {
        var bus = new Bus(vertx);
        var rung = new LinkedBlockingQueue<Feed>();
        var counted = new CountedEvent(vertx);
        var step = new FinalNumbers(counted.pool, new Doorbells(bus), Duration.ofHours(2));
        for (int number = 0; number < Doorbell.ADDRESSES; number++) {
            bus.subscribe(Doorbell.topic(number), bell -> rung.add(bell.feed())).await(5, SECONDS);
        }
        counted.sourceReadUpTo("clock_timestamp()");
        counted.endedAgo("1 hour");
        step.finishDue().await(5, SECONDS);
        assertThat(counted.status(1).getString(2)).isNull();

        counted.endedAgo("3 hours");
        step.finishDue().await(5, SECONDS);

        assertThat(counted.status(1).getString(2)).isNotNull();
        assertThat(rung.poll(30, SECONDS)).isEqualTo(new Feed(counted.event, FeedAudience.ORGANIZERS));
        assertThat(rung.poll(30, SECONDS)).isEqualTo(new Feed(counted.event, FeedAudience.PUBLIC));
        counted.close();
    }

    @Test
    void the_grace_time_has_bounds() {
        var tooLong = Settings.read("counting: {final_after: 31d}", Map.of(), Map.of());

        assertThat(FinalConfig.from(tooLong.section("counting")).grace()).isEqualTo(Duration.ofDays(31));
        assertThatThrownBy(tooLong::finish).hasMessageContaining("counting.final_after");
    }
}
