package org.eventcenter.live;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongPredicate;
import org.eventcenter.feed.FeedHead;
import org.eventcenter.feed.FeedToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * What is read is handed out in the order of its tokens, or not at all:
 *  - one turn of reads at a time, at most one each `readEvery`;
 *  - whatever shows a moment before the newest that this node handed out, or before the newest withdrawal that it heard
 *    of, is thrown away and read again, the cached snapshot too. So a name that was taken back cannot return;
 *  - who joins is told its catch-up in the same order, and is in its lane from then on: no frame passes it by.
 */
/** A feed that somebody watches on this node. On the relay's context. */
final class WatchedFeed {
    private static final Logger log = LoggerFactory.getLogger(WatchedFeed.class);

    private static final FeedToken NOTHING = new FeedToken("", 0);

    private final NamedFeed feed;
    private final FeedReader reader;
    private final LiveConfig config;
    private final LongPredicate knowsTheHeads;
    private final Map<Pace, Lane> lanes = new EnumMap<>(Pace.class);
    private final Queue<Joining> joinings = new ArrayDeque<>();
    private FeedToken handedOut = NOTHING;
    private FeedToken withdrawn = NOTHING;
    private @Nullable Reading cached;
    private boolean reading;
    private long notBefore;

    /** {@code knowsTheHeads}: whether, at that nanosecond, the heads were compared lately enough to hand out anything. */
    WatchedFeed(NamedFeed feed, FeedReader reader, LiveConfig config, LongPredicate knowsTheHeads) {
        this.feed = feed;
        this.reader = reader;
        this.config = config;
        this.knowsTheHeads = knowsTheHeads;
        this.notBefore = System.nanoTime();
    }

    /** Its place is here from now on; it is told when its catch-up was read. */
    void join(Joining joining) {
        joinings.add(joining);
    }

    void leave(Pace pace, Audience audience) {
        lanes.computeIfPresent(pace, (any, lane) -> {
            lane.leave(audience);
            return lane.isEmpty() ? null : lane;
        });
    }

    /** Nobody watches and nobody waits: what it remembers must not outlive this moment. */
    boolean isIdle() {
        return lanes.isEmpty() && joinings.isEmpty() && !reading;
    }

    NamedFeed feed() {
        return feed;
    }

    /** A doorbell. A number that was handed out already says nothing; any other costs one read. */
    void rang(FeedToken token) {
        for (var lane : lanes.values()) {
            var known = token.epoch().equals(lane.position().epoch())
                    && token.seq() <= lane.position().seq();
            if (!known) {
                lane.fallBehind();
            }
        }
    }

    /** The head as the database has it: whoever stands elsewhere, before or after, has to be read. */
    void compare(FeedHead head) {
        withdrawn = new FeedToken(head.token().epoch(), head.withdrawnSeq());
        for (var lane : lanes.values()) {
            if (!lane.position().equals(head.token())) {
                lane.fallBehind();
            }
        }
    }

    void dropCache() {
        cached = null;
    }

    /** Begins to read what is due; does nothing when nothing is, or when a read is under way. */
    void turn(long now) {
        if (reading || now - notBefore < 0 || !knowsTheHeads.test(now)) {
            return;
        }
        joinings.removeIf(joining -> joining.watcher().isGone());
        var due = lanes.values().stream()
                .filter(lane -> lane.isDue(now, withdrawn))
                .toList();
        if (due.isEmpty() && joinings.isEmpty()) {
            return;
        }
        reading = true;
        notBefore = now + config.readEvery().toNanos();
        read(due);
    }

    private void read(List<Lane> due) {
        var turn = new Turn();
        for (var lane : due) {
            lane.readBegins();
            turn.add(lane, this::readOrCached);
        }
        for (var joining : joinings) {
            turn.add(joining, this::readOrCached);
        }
        turn.allRead()
                .onFailure(cause -> log.warn("Feed {} could not be read", feed.name(), cause))
                .onComplete(all -> ended(turn, all.succeeded()));
    }

    private Future<Reading> readOrCached(Optional<FeedToken> after) {
        return after.isEmpty() && cached != null && !isOld(cached)
                ? Future.succeededFuture(cached)
                : reader.read(feed, after);
    }

    private void ended(Turn turn, boolean allRead) {
        reading = false;
        var now = System.nanoTime();
        if (allRead && knowsTheHeads.test(now)) {
            handOut(turn, now);
        } else {
            cached = null;
            turn.due().keySet().forEach(Lane::fallBehind);
            notBefore = now + config.headsEvery().toNanos();
        }
    }

    private void handOut(Turn turn, long now) {
        turn.due().forEach((lane, read) -> handOut(lane, read.result(), now));
        turn.joining().forEach((joining, read) -> handOut(joining, read.result(), now));
        turn.snapshot().filter(read -> !isOld(read)).ifPresent(read -> cached = read);
    }

    private void handOut(Lane lane, Reading read, long now) {
        if (read.reset()) {
            forget();
        }
        if (isOld(read)) {
            lane.fallBehind();
        } else if (!read.token().equals(lane.position())) {
            lane.moveTo(read.token(), now);
            handedOut = read.token();
            lane.audiences().forEach(audience -> audience.tell(feed.feed(), lane.pace(), read));
        }
    }

    private void handOut(Joining joining, Reading read, long now) {
        if (isOld(read)) {
            return;
        }
        joinings.remove(joining);
        handedOut = read.token();
        var watcher = joining.watcher();
        var lane = lanes.computeIfAbsent(
                watcher.pace(),
                pace -> new Lane(pace, config.frameEvery().of(pace).toNanos(), read.token(), now));
        lane.join(watcher.audience());
        watcher.audience().joined(watcher, read);
    }

    /** The database never gave what we handed out: it was restored, and what was before it says nothing any more. */
    private void forget() {
        cached = null;
        handedOut = NOTHING;
        withdrawn = NOTHING;
    }

    private boolean isOld(Reading read) {
        return read.isBefore(handedOut) || read.isBefore(withdrawn);
    }
}
