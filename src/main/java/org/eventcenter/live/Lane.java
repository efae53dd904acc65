package org.eventcenter.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eventcenter.feed.FeedToken;

/**
 * All who watch one feed at one pace on this node: they are told the same frames. Everybody in it stands at or after
 * {@code position}, so the frame that begins there leaves no gap for anybody. On the relay's context.
 */
final class Lane {
    private final Pace pace;
    private final long frameNanos;
    private final Map<Audience, Integer> crowd = new HashMap<>();
    private FeedToken position;
    /** True at first: a bell that rang before this lane was there was heard by nobody. */
    private boolean behind = true;

    private long dueAt;

    Lane(Pace pace, long frameNanos, FeedToken position, long now) {
        this.pace = pace;
        this.frameNanos = frameNanos;
        this.position = position;
        this.dueAt = now;
    }

    Pace pace() {
        return pace;
    }

    void join(Audience audience) {
        crowd.merge(audience, 1, Integer::sum);
    }

    void leave(Audience audience) {
        crowd.computeIfPresent(audience, (any, members) -> members == 1 ? null : members - 1);
    }

    boolean isEmpty() {
        return crowd.isEmpty();
    }

    Set<Audience> audiences() {
        return crowd.keySet();
    }

    FeedToken position() {
        return position;
    }

    /** The feed stands, or stood, elsewhere: it has to be read. */
    void fallBehind() {
        behind = true;
    }

    /** Whether a frame may be made now. What takes people away does not wait for the pace. */
    boolean isDue(long now, FeedToken withdrawn) {
        var takesAway = withdrawn.epoch().equals(position.epoch()) && withdrawn.seq() > position.seq();
        return behind && (takesAway || now - dueAt >= 0);
    }

    /** Called before the read, so that a bell that rings meanwhile is not forgotten. */
    void readBegins() {
        behind = false;
    }

    void moveTo(FeedToken token, long now) {
        position = token;
        dueAt = now + frameNanos;
    }
}
