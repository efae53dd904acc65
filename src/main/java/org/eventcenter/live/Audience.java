package org.eventcenter.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sockets of one event loop. It takes from the relay what is new, once for all of them, and writes the same text to
 * each. Only {@link #tell}, {@link #joined} and {@link #close} may be called from other threads.
 */
final class Audience {
    private static final Logger log = LoggerFactory.getLogger(Audience.class);

    private final Context context;
    private final RelayVerticle relay;
    private final LiveConfig config;
    private final Set<LiveSocket> sockets = new HashSet<>();
    private final Map<Group, Set<Watcher>> groups = new HashMap<>();
    private Pulse.Standing said;

    /** Those of this event loop who are in one lane. */
    private record Group(Feed feed, Pace pace) {}

    /** Belongs to the event loop of the caller. */
    Audience(Vertx vertx, RelayVerticle relay, LiveConfig config) {
        this.context = vertx.getOrCreateContext();
        this.relay = relay;
        this.config = config;
        this.said = relay.pulse().standing();
        for (var pace : Pace.values()) {
            vertx.setPeriodic(config.pingEvery().of(pace).toMillis(), timer -> ping(pace));
        }
        vertx.setPeriodic(config.headsEvery().toMillis(), timer -> noticeStanding());
        vertx.setPeriodic(config.rightsEvery().toMillis(), timer -> askRightsAgain());
    }

    void arrive(LiveSocket socket) {
        sockets.add(socket);
    }

    void depart(LiveSocket socket) {
        sockets.remove(socket);
    }

    /** The watcher is told what it has not seen, and all that follows. */
    void join(Watcher watcher) {
        relay.join(watcher.joining());
    }

    void leave(Watcher watcher) {
        watcher.end();
        var group = groupOf(watcher);
        var members = groups.getOrDefault(group, Set.of());
        if (members.contains(watcher)) {
            members.remove(watcher);
            left(group);
        }
    }

    /** The relay has read what this watcher missed. */
    void joined(Watcher watcher, Reading catchUp) {
        context.runOnContext(here -> {
            var group = groupOf(watcher);
            if (watcher.isGone() || !watcher.tell(catchUp)) {
                left(group);
            } else {
                groups.computeIfAbsent(group, any -> new HashSet<>()).add(watcher);
                greet(watcher);
            }
        });
    }

    /** What was handed over may be of a second ago: whoever comes has the clock and the source at once. */
    private void greet(Watcher watcher) {
        var feeds = watcher.socket().watchedFeeds();
        watcher.socket().write(pingText(relay.pulse(), watcher.pace(), feeds));
    }

    /** The relay has read what is new for all who watch this feed at this pace. */
    void tell(Feed feed, Pace pace, Reading news) {
        context.runOnContext(here -> {
            var group = new Group(feed, pace);
            var members = groups.getOrDefault(group, Set.of());
            var slow = new ArrayList<Watcher>();
            for (var member : members) {
                if (!member.tell(news)) {
                    slow.add(member);
                }
            }
            for (var member : slow) {
                members.remove(member);
                left(group);
            }
        });
    }

    /** Sends everybody away, to come back at different moments. */
    void close() {
        var within = config.closeWithin().toMillis() + 1;
        context.runOnContext(here -> List.copyOf(sockets)
                .forEach(socket -> socket.restart(ThreadLocalRandom.current().nextLong(within))));
    }

    private void left(Group group) {
        relay.leave(group.feed, group.pace, this);
        if (groups.getOrDefault(group, Set.of()).isEmpty()) {
            groups.remove(group);
        }
    }

    private static Group groupOf(Watcher watcher) {
        return new Group(watcher.feed().feed(), watcher.pace());
    }

    private void askRightsAgain() {
        List.copyOf(sockets).forEach(LiveSocket::askRightsAgain);
        groups.forEach((group, members) -> {
            if (group.feed.audience() == FeedAudience.PUBLIC) {
                askWhetherPublic(members);
            }
        });
    }

    /** Once for all of them; each by itself only when the event is hidden, as a draft is. */
    private static void askWhetherPublic(Set<Watcher> members) {
        members.stream()
                .findAny()
                .ifPresent(one -> one.isForEverybody()
                        .onFailure(cause -> log.debug("Rights could not be asked for", cause))
                        .onSuccess(open -> {
                            if (!open) {
                                List.copyOf(members).forEach(Watcher::askRightAgain);
                            }
                        }));
    }

    private void ping(Pace pace) {
        var pulse = relay.pulse();
        var texts = new HashMap<Set<NamedFeed>, String>();
        for (var socket : sockets) {
            if (socket.isAt(pace)) {
                socket.ping(texts.computeIfAbsent(socket.watchedFeeds(), feeds -> pingText(pulse, pace, feeds)));
            }
        }
    }

    private String pingText(Pulse pulse, Pace pace, Set<NamedFeed> feeds) {
        return pulse.staleSince()
                .map(FrameText::stale)
                .orElseGet(
                        () -> FrameText.ping(pulse, config.pingEvery().of(pace).toMillis(), feeds));
    }

    private void noticeStanding() {
        var standing = relay.pulse().standing();
        if (!standing.equals(said)) {
            said = standing;
            for (var pace : Pace.values()) {
                ping(pace);
            }
        }
    }
}
