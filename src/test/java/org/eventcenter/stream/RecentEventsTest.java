package org.eventcenter.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final Interest ADA = new FixedInterest(Set.of(), Set.of("Ada Example"), "nowiki");
    private static final Interest BEN = new FixedInterest(Set.of(), Set.of("Ben Example"), "nowiki");

    private final AtomicLong now = new AtomicLong();
    private final LongAdder droppedEarly = new LongAdder();
    private final RecentEvents recent = new RecentEvents(now::get, droppedEarly);

    @Test
    void gives_those_of_somebody_in_the_order_in_which_they_came() {
        keep(1, "Ada Example");
        keep(2, "Ben Example");
        keep(3, "Ada Example");
        recent.keep("no event".getBytes(UTF_8));

        assertThat(revisions(ADA)).containsExactly(1L, 3L);
        assertThat(revisions(BEN)).containsExactly(2L);
    }

    @Test
    void keeps_each_for_five_seconds() {
        keep(1, "Ada Example");
        now.addAndGet(RecentEvents.KEPT.toNanos() / 2);
        keep(2, "Ada Example");
        now.addAndGet(RecentEvents.KEPT.toNanos() / 2 - 1);
        assertThat(revisions(ADA)).containsExactly(1L, 2L);

        now.addAndGet(1);

        assertThat(revisions(ADA)).containsExactly(2L);
        assertThat(droppedEarly.sum()).isZero();
    }

    @Test
    void drops_the_oldest_when_they_are_too_many() {
        for (int rev = 0; rev <= RecentEvents.MOST_EVENTS; rev++) {
            keep(rev, "Ada Example");
        }

        assertThat(revisions(ADA)).hasSize(RecentEvents.MOST_EVENTS).doesNotContain(0L);
        assertThat(droppedEarly.sum()).isEqualTo(1);
    }

    @Test
    void drops_the_oldest_when_they_are_too_large() {
        keep(1, "Ada Example");
        recent.keep(new byte[RecentEvents.MOST_BYTES - 5_000]);
        assertThat(revisions(ADA)).containsExactly(1L);

        recent.keep(new byte[5_000]);

        assertThat(revisions(ADA)).isEmpty();
        assertThat(droppedEarly.sum()).isEqualTo(1);
    }

    private void keep(long revId, String name) {
        var edit = SampleEvents.recentChange("edit").put("user", name);
        edit.getJsonObject("revision").put("new", revId);
        recent.keep(edit.encode().getBytes(UTF_8));
    }

    private List<Long> revisions(Interest known) {
        return recent.changesFor(known).stream().map(Change::revId).toList();
    }
}
