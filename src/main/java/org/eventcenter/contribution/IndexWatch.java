package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eventcenter.contribution.IndexStore.Head;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A look compares the heads of all events with those of the last look, and reads what is new of those that moved: whole
 * for an event that was not known (or whose feed has another epoch, after a restore), else what came after the number
 * known. The heads are read first, so what is read afterwards is at least as new, and a number is remembered only when
 * all that it stands for is in the index. One look at a time.
 */

/** Keeps the index up to date: every second, soon after a doorbell, and at once with who joins at this node. */
final class IndexWatch {
    private static final Logger log = LoggerFactory.getLogger(IndexWatch.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long LOOK_AFTER_BELL_MILLIS = 250;

    private final Vertx vertx;
    private final IndexStore store;
    private final ParticipantIndex index;
    private final Map<Long, Head> known = new ConcurrentHashMap<>();
    private Future<Void> running = Future.succeededFuture();
    private @Nullable Promise<Void> waiting;
    private boolean bellHeard;
    private long timer = -1;

    IndexWatch(Vertx vertx, IndexStore store, ParticipantIndex index) {
        this.vertx = vertx;
        this.store = store;
        this.index = index;
    }

    synchronized void start() {
        timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> lookAgain());
    }

    synchronized void stop() {
        vertx.cancelTimer(timer);
    }

    /** Something moved somewhere. */
    synchronized void hearBell() {
        if (!bellHeard) {
            bellHeard = true;
            vertx.setTimer(LOOK_AFTER_BELL_MILLIS, due -> lookAfterBell());
        }
    }

    /** Completes when these people of the event are in the index. */
    Future<Void> joined(long eventId, List<Long> accountIds) {
        if (index.event(eventId).isEmpty()) {
            return catchUp();
        }
        return store.people(eventId, accountIds)
                .onSuccess(people -> people.forEach(of -> index.learnPerson(eventId, of.person())))
                .mapEmpty();
    }

    /**
     * Completes, on the caller's context, when everything is in the index that is committed now; fails when the database
     * is away.
     */
    Future<Void> catchUp() {
        var callers = vertx.getOrCreateContext();
        Promise<Void> caughtUp = Promise.promise();
        nextLook().onComplete(result -> callers.runOnContext(now -> caughtUp.handle(result)));
        return caughtUp.future();
    }

    private synchronized Future<Void> nextLook() {
        if (waiting != null) {
            return waiting.future();
        }
        Promise<Void> next = Promise.promise();
        waiting = next;
        running.onComplete(before -> lookFor(next));
        return next.future();
    }

    private synchronized void lookFor(Promise<Void> asked) {
        waiting = null;
        running = store.heads().compose(this::learn).onSuccess(learned -> index.announce());
        running.onComplete(asked);
    }

    private synchronized void lookAfterBell() {
        bellHeard = false;
        lookAgain();
    }

    private void lookAgain() {
        catchUp().onFailure(failure -> log.debug("The participant index is not up to date", failure));
    }

    private Future<Void> learn(List<Head> heads) {
        forgetAllBut(heads);
        var moved = heads.stream()
                .filter(head -> !head.equals(known.get(head.eventId())))
                .toList();
        if (moved.isEmpty()) {
            return Future.succeededFuture();
        }
        var numbers = new HashMap<Long, Long>();
        var unknown = moved.stream()
                .filter(head -> !isContinued(head, numbers))
                .map(Head::eventId)
                .toList();
        return learnNew(unknown)
                .compose(learned -> learnMoved(numbers))
                .compose(learned ->
                        store.events(moved.stream().map(Head::eventId).toList()))
                .onSuccess(events -> events.forEach(index::learnEvent))
                .onSuccess(learned -> moved.forEach(head -> known.put(head.eventId(), head)))
                .mapEmpty();
    }

    /** Notes the number from which on an event is to be read; false when it is to be read whole. */
    private boolean isContinued(Head head, Map<Long, Long> numbers) {
        var before = known.get(head.eventId());
        if (before == null || !before.token().epoch().equals(head.token().epoch())) {
            return false;
        }
        numbers.put(head.eventId(), before.token().seq());
        return true;
    }

    private Future<Void> learnNew(List<Long> events) {
        if (events.isEmpty()) {
            return Future.succeededFuture();
        }
        return store.allPeople(events, of -> index.learnPerson(of.eventId(), of.person()))
                .compose(learned -> store.allRows(events, row -> index.hold(row.eventId(), row.wiki(), row.revId())));
    }

    private Future<Void> learnMoved(Map<Long, Long> numbers) {
        if (numbers.isEmpty()) {
            return Future.succeededFuture();
        }
        return store.peopleAfter(numbers)
                .onSuccess(people -> people.forEach(of -> index.learnPerson(of.eventId(), of.person())))
                .compose(learned -> store.rowsAfter(numbers))
                .onSuccess(rows -> rows.forEach(row -> index.hold(row.eventId(), row.wiki(), row.revId())))
                .mapEmpty();
    }

    private void forgetAllBut(List<Head> heads) {
        var kept = heads.stream().map(Head::eventId).collect(Collectors.toSet());
        known.keySet().stream().filter(event -> !kept.contains(event)).forEach(index::forgetEvent);
        known.keySet().retainAll(kept);
    }
}
