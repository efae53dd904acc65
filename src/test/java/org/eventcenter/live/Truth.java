package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedToken;

/** What the database had at each of its tokens, against what screens showed there. */
final class Truth {
    private static final int ALMOST_AN_HOUR = 3540;

    private final TestEvent event;
    private final Map<String, FoldedScreen> byToken = new ConcurrentHashMap<>();
    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();
    private final List<Withdrawn> withdrawn = new ArrayList<>();

    private record Shown(String feed, FoldedScreen state) {}

    /** What is before the place was taken back by then. */
    private record Withdrawn(long atNanos, FeedToken place) {}

    Truth(TestEvent event) {
        this.event = event;
    }

    /** Called after each commit, before the next one. */
    void note() throws SQLException {
        withdrawn.add(new Withdrawn(System.nanoTime(), event.withdrawn(FeedAudience.PUBLIC)));
        for (var audience : FeedAudience.values()) {
            var snapshot = event.snapshot(audience);
            byToken.putIfAbsent(event.name(audience) + " " + snapshot.getString("token"), FoldedScreen.of(snapshot));
        }
    }

    /** A screen shows this now; for any thread. */
    void shown(String feed, FoldedScreen state) {
        shown.add(new Shown(feed, state));
    }

    /** That this moment of the public feed is not before what had been taken back by then, nor of an epoch that was over. */
    void showsNothingWithdrawn(FeedToken moment, long byThen) {
        var laterOnes = withdrawn.stream().dropWhile(one -> one.atNanos - byThen <= 0);
        var lastBefore =
                withdrawn.stream().takeWhile(one -> one.atNanos - byThen <= 0).reduce((earlier, later) -> later);
        assertThat(Stream.concat(lastBefore.stream(), laterOnes).map(Withdrawn::place))
                .as("what a newcomer may be shown at %s", moment)
                .anyMatch(place -> place.epoch().equals(moment.epoch()) && place.seq() <= moment.seq());
    }

    int observations() {
        return shown.size();
    }

    /** That every state that any screen ever showed was that of the database at the screen's token. */
    void holds() {
        for (var one : shown) {
            var where = one.feed + " " + one.state.token();
            assertThat(byToken).containsKey(where);
            holds(where, one.state, Objects.requireNonNull(byToken.get(where)));
        }
    }

    private static void holds(String where, FoldedScreen state, FoldedScreen truth) {
        assertThat(state.totals()).as("totals of " + where).isEqualTo(truth.totals());
        assertThat(state.goals()).as("goals of " + where).isEqualTo(truth.goals());
        assertThat(state.status()).as("status of " + where).isEqualTo(truth.status());
        assertThat(state.people()).as("people of " + where).isEqualTo(truth.people());
        var from = (long) Math.max(state.at(), truth.at()) - ALMOST_AN_HOUR;
        assertThat(minutes(state, from)).as("minutes of " + where).isEqualTo(minutes(truth, from));
        assertThat(truth.edits()).as("edits of " + where).containsAll(state.edits());
        assertThat(state.edits())
                .as("edits of " + where)
                .containsAll(truth.edits().stream()
                        .filter(edit -> edit.getLong("seq") >= state.editsFrom())
                        .collect(Collectors.toList()));
    }

    private static NavigableMap<Long, Integer> minutes(FoldedScreen state, long from) {
        return state.minutes().tailMap(from, true);
    }
}
