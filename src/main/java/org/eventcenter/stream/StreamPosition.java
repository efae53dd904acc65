package org.eventcenter.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Two marks a topic, both in the stream's own time and never by a clock:
 *   done: the newest time in the longest prefix read whose events are all done, so that what was stored may never have
 *         to be read again. This one is written to the database.
 *   read: the newest time read at all. What lies between the two waits in memory, so a reconnect begins here.
 * Times step back within a topic, so each mark is a maximum over what was read, in reading order. A time that lies ahead
 * of the database's clock by far is somebody's mistake: as a position it would mean "from the end on" for ever, so it is
 * not one.
 *
 * A topic in which nothing lies where a connection begins is read "from its end on", and the service is deaf for half a
 * second while it looks for that end. So when the first event of a topic happened after the connection was opened, the
 * topic's marks stay where they were until the next connection, which begins there and finds what was missed.
 */

/** How far each topic is read, and how far all that was read is done. For one thread. */
final class StreamPosition {
    private static final Duration FAR_AHEAD = Duration.ofHours(1);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Set<String> opened;
    private final Map<String, Topic> topics = new HashMap<>();

    /** {@code opened}: where each topic begins that is to be read; {@code clock}: the database's time. */
    StreamPosition(Map<String, Instant> opened, InstantSource clock) {
        this.clock = clock;
        this.opened = Set.copyOf(opened.keySet());
        opened.forEach((name, at) -> topics.put(name, new Topic(at)));
    }

    /** A connection begins at the marks of {@link #resume()}. What was held back is read again from there. */
    void connectionBegins() {
        var now = clock.instant();
        topics.values().forEach(topic -> topic.connectionBegins(now));
    }

    /** The event is read; it counts as done when the step is. */
    Step read(TopicTime seen) {
        return topic(seen).read(usable(seen.at()));
    }

    /** The event is read, and nothing is to be done about it. */
    void dismissed(TopicTime seen) {
        topic(seen).dismissed(usable(seen.at()));
    }

    /** Where to begin after a reconnect, for the topics that were opened and no other. */
    Map<String, Instant> resume() {
        var marks = new HashMap<String, Instant>();
        topics.forEach((name, topic) -> {
            if (opened.contains(name)) {
                marks.put(name, topic.resume());
            }
        });
        return marks;
    }

    /** What may be stored, for every topic. */
    Map<String, Instant> done() {
        var marks = new HashMap<String, Instant>();
        topics.forEach((name, topic) -> marks.put(name, topic.storable()));
        return marks;
    }

    /** How far a topic that was opened is done as far as it was heard, whether or not it may be stored yet. */
    Instant done(String topic) {
        return Objects.requireNonNull(topics.get(topic)).done;
    }

    /** Whether something that was read of a topic is not done yet. */
    boolean waits(String topic) {
        return !Objects.requireNonNull(topics.get(topic)).waiting.isEmpty();
    }

    private Topic topic(TopicTime seen) {
        return topics.computeIfAbsent(seen.topic(), name -> new Topic(usable(seen.at())));
    }

    private Instant usable(Instant at) {
        return at.isAfter(clock.instant().plus(FAR_AHEAD)) ? Instant.EPOCH : at;
    }

    /** An event that was read. */
    interface Step {
        void done();
    }

    private static final class Topic {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private Instant read;
        private Instant done;

        private Instant begun;
        private Instant mayBeMissed = Instant.MAX;
        private boolean heard = true;

        /** Where the marks stay until the next connection; null: they move. */
        private @Nullable Instant held;

        Topic(Instant opened) {
            this.begun = opened;
            this.read = opened;
            this.done = opened;
        }

        void connectionBegins(Instant now) {
            if (held != null) {
                var back = held;
                read = back;
                done = earlier(done, back);
                waiting.forEach(one -> one.upTo = earlier(one.upTo, back));
                held = null;
            }
            begun = read;
            mayBeMissed = now.minus(CLOCKS_DIFFER_BY);
            heard = false;
        }

        Instant resume() {
            return held == null ? read : held;
        }

        Instant storable() {
            return held == null ? done : earlier(done, held);
        }

        Step read(Instant at) {
            hear(at);
            read = later(read, at);
            var step = new Waiting(at);
            waiting.add(step);
            return () -> {
                step.done = true;
                advance();
            };
        }

        /** Behind one that waits it is remembered with that one, so that only what waits takes memory. */
        void dismissed(Instant at) {
            hear(at);
            read = later(read, at);
            var last = waiting.peekLast();
            if (last == null) {
                done = later(done, at);
            } else {
                last.upTo = later(last.upTo, at);
            }
        }

        private void hear(Instant at) {
            if (!heard && at.isAfter(begun) && at.isAfter(mayBeMissed)) {
                held = begun;
            }
            heard = true;
        }

        private void advance() {
            while (!waiting.isEmpty() && waiting.peek().done) {
                done = later(done, waiting.remove().upTo);
            }
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    private static final class Waiting {
        private Instant upTo;
        private boolean done;

        Waiting(Instant upTo) {
            this.upTo = upTo;
        }
    }
}
