package org.eventcenter.live;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eventcenter.feed.FeedToken;

/** The reads of one feed that are made together: each position once, whoever asked. The empty one is the snapshot. */
final class Turn {
    /** Who resumes beyond so many positions is given the snapshot, which is one read for all of them. */
    private static final int POSITIONS = 16;

    private final Map<Lane, Future<Reading>> due = new LinkedHashMap<>();
    private final Map<Joining, Future<Reading>> joining = new LinkedHashMap<>();
    private final Map<Optional<FeedToken>, Future<Reading>> reads = new LinkedHashMap<>();

    void add(Lane lane, Function<Optional<FeedToken>, Future<Reading>> reader) {
        due.put(lane, reads.computeIfAbsent(Optional.of(lane.position()), reader));
    }

    void add(Joining one, Function<Optional<FeedToken>, Future<Reading>> reader) {
        var after = reads.size() < POSITIONS ? one.after() : Optional.<FeedToken>empty();
        joining.put(one, reads.computeIfAbsent(after, reader));
    }

    Future<?> allRead() {
        return Future.all(List.copyOf(reads.values()));
    }

    Map<Lane, Future<Reading>> due() {
        return due;
    }

    Map<Joining, Future<Reading>> joining() {
        return joining;
    }

    /** Whether the database does not know a number that a lane was handed. */
    boolean foundRestored() {
        return due.values().stream().anyMatch(read -> read.result().reset());
    }

    Optional<Reading> snapshot() {
        return Optional.ofNullable(reads.get(Optional.<FeedToken>empty())).map(Future::result);
    }
}
