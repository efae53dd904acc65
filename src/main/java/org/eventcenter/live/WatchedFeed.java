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
 *  - whatever shows a moment before the newest that this node handed out, or before the newest withdrawal that it knows
 *    of, or is of another epoch than the heads, is thrown away and read again. So a name that was taken back cannot
 *    return, nor what was before a restore;
 *  - a snapshot is kept for newcomers while nothing says that the feed stands elsewhere, no connection to the database
 *    failed since the heads were compared, and somebody watches, and never longer than `snapshotAge`: whatever these
 *    rules miss is over by then;
 *  - who joins is told its catch-up in the same order, and is in its lane from then on: no frame passes it by.
 */
/** A feed that somebody watches on this node. On the relay's context. */
final class WatchedFeed {
    private static final Logger log = LoggerFactory.getLogger(WatchedFeed.class);

    private static final FeedToken NOTHING = new FeedToken("", 0);

    private final NamedFeed feed;
    private final FeedReader reader;
    private final LiveConfig config;
    private final NodeTime time;
    private final LongPredicate knowsTheHeads;
    private final Map<Pace, Lane> lanes = new EnumMap<>(Pace.class);
    private final Queue<Joining> joinings = new ArrayDeque<>();
    private FeedToken handedOut = NOTHING;
    /** As of the last comparison, whose epoch holds. */
    private FeedToken withdrawn = NOTHING;

    private @Nullable Reading cached;
    private boolean reading;
    /** The newest place of the feed that was named since the read under way began. */
    private FeedToken namedMeanwhile = NOTHING;
    /** Whether the heads were compared since a connection to the database failed. */
    private boolean compared;

    private long notBefore;

    /** {@code knowsTheHeads}: whether, at that nanosecond, the heads were compared lately enough to hand out anything. */
    WatchedFeed(NamedFeed feed, FeedReader reader, LiveConfig config, NodeTime time, LongPredicate knowsTheHeads) {
        this.feed = feed;
        this.reader = reader;
        this.config = config;
        this.time = time;
        this.knowsTheHeads = knowsTheHeads;
        this.notBefore = time.nanos();
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
        standsAt(token);
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
        compared = true;
        standsAt(head.token());
        for (var lane : lanes.values()) {
            if (!lane.position().equals(head.token())) {
                lane.fallBehind();
            }
        }
    }

    /** Nothing is kept for newcomers until the heads were compared again. */
    void databaseLost() {
        cached = null;
        compared = false;
    }

    private void standsAt(FeedToken token) {
        if (cached != null && !cached.covers(token)) {
            cached = null;
        }
        if (!token.epoch().equals(namedMeanwhile.epoch()) || token.seq() > namedMeanwhile.seq()) {
            namedMeanwhile = token;
        }
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
        namedMeanwhile = NOTHING;
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
        return after.isEmpty() && cached != null && mayBeKept(cached, time.nanos())
                ? Future.succeededFuture(cached)
                : reader.read(feed, after);
    }

    private void ended(Turn turn, boolean allRead) {
        reading = false;
        var now = time.nanos();
        if (!allRead || !knowsTheHeads.test(now)) {
            databaseLost();
            turn.due().keySet().forEach(Lane::fallBehind);
            notBefore = now + config.headsEvery().toNanos();
        } else if (turn.foundRestored()) {
            beginAnew(turn, now);
        } else {
            handOut(turn, now);
        }
    }

    /**
     * The database never gave what we handed out: it was restored. Whatever else this turn read may be of before, so it is
     * read again; the epoch and the withdrawals are those of the heads.
     */
    private void beginAnew(Turn turn, long now) {
        cached = null;
        handedOut = NOTHING;
        turn.due().forEach((lane, read) -> {
            if (read.result().reset()) {
                handOut(lane, read.result(), now);
            } else {
                lane.fallBehind();
            }
        });
    }

    private void handOut(Turn turn, long now) {
        turn.due().forEach((lane, read) -> handOut(lane, read.result(), now));
        turn.joining().forEach((joining, read) -> handOut(joining, read.result(), now));
        turn.snapshot()
                .filter(read -> mayBeKept(read, now))
                .filter(read -> namedMeanwhile.equals(NOTHING) || read.covers(namedMeanwhile))
                .ifPresent(read -> cached = read);
    }

    private void handOut(Lane lane, Reading read, long now) {
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

    private boolean isOld(Reading read) {
        var ofAnotherEpoch = !withdrawn.equals(NOTHING) && !read.isOfEpoch(withdrawn);
        return ofAnotherEpoch || read.isBefore(handedOut) || read.isBefore(withdrawn);
    }

    private boolean mayBeKept(Reading read, long now) {
        return compared
                && !isOld(read)
                && now - read.begunNanos() < config.snapshotAge().toNanos();
    }
}
