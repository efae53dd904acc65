package org.eventcenter.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.eventcenter.database.TestPostgres;

/** What all who take part in a run share: the database, the truth of the wikis, and what was found wrong. */
final class World {
    static final List<Long> EVENTS = List.of(1L, 2L, 3L, 4L);
    static final int CAPACITY = 60;
    /** Known to a wiki. */
    private static final int ACCOUNTS = 120;

    /** Known to this hub alone, until they go into one of the first accounts. */
    private static final int LOCAL = 20;

    private static final int MERGE_TARGETS = 12;
    private static final int REVISIONS = 3_000;
    private static final int FIRST_REVISION = 1_000;
    private static final int MOST_FAULTS = 20;

    final long seed;
    /** The full hour in which the run began, in seconds since 1970: minutes of the last hour and outside of it occur. */
    final long hour = Instant.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond();

    final List<WikiEdit> edits = new ArrayList<>();
    final AtomicBoolean done = new AtomicBoolean();
    private final TestPostgres.TestDatabase database = TestPostgres.createWithAllTables();
    private final AtomicInteger stepsLeft;
    private final AtomicLong clock = new AtomicLong(hour * 1_000_000);
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Object> codes = new ConcurrentHashMap<>();
    private final Map<String, Timestamp> wishes = new ConcurrentHashMap<>();
    private final Map<Long, Long> mergedInto = new ConcurrentHashMap<>();
    private long leaseEpoch;

    World(long seed, int steps) throws SQLException {
        this.seed = seed;
        this.stepsLeft = new AtomicInteger(steps);
        var random = new Random(seed);
        for (int i = 0; i < REVISIONS; i++) {
            edits.add(new WikiEdit(FIRST_REVISION + i, anAccount(random), hour, random));
        }
        try (var connection = connect()) {
            fill(new Sql(connection));
        }
    }

    private void fill(Sql sql) throws SQLException {
        sql.rows("""
                insert into account (central_id, name, canonical_name)
                select case when i <= ? then i end, 'Person ' || i, 'Person ' || i
                from generate_series(1, ?) i returning 1""", ACCOUNTS, ACCOUNTS + LOCAL);
        for (var event : EVENTS) {
            sql.rows("""
                    select event_create('event-' || ?, 'code' || ?, 'Model', '', 'published', false, to_timestamp(?),
                        to_timestamp(?), 'UTC', null, null, ?, '{enwiki,frwiki}', '{0,4,6}', '{}', '{}', null)""", event, event, hour - 3_600, hour + 7_200, CAPACITY);
        }
        leaseEpoch = sql.number("select lease_take('stream', 'model', 86400)");
    }

    Connection connect() throws SQLException {
        return database.jdbc().getConnection();
    }

    long leaseEpoch() {
        return leaseEpoch;
    }

    static long anAccount(Random random) {
        return 1L + random.nextInt(ACCOUNTS + LOCAL);
    }

    static long aWikiAccount(Random random) {
        return 1L + random.nextInt(ACCOUNTS);
    }

    static long aLocalAccount(Random random) {
        return 1L + ACCOUNTS + random.nextInt(LOCAL);
    }

    static long aMergeTarget(Random random) {
        return 1L + random.nextInt(MERGE_TARGETS);
    }

    /** The first account went into the second, and stays there. */
    void merged(long account, long into) {
        mergedInto.put(account, into);
    }

    long owner(long account) {
        return mergedInto.getOrDefault(account, account);
    }

    Map<Long, Long> mergedAccounts() {
        return Map.copyOf(mergedInto);
    }

    WikiEdit edit(long revision) {
        return edits.get((int) (revision - FIRST_REVISION));
    }

    /** Mostly one of a few that are told of again and again. */
    WikiEdit someEdit(Random random) {
        return edits.get(random.nextInt(random.nextBoolean() ? 300 : REVISIONS));
    }

    /** Microseconds since 1970, another one each time. */
    long tick() {
        return clock.addAndGet(1_000);
    }

    /** A person's code in an event never changes, but for one with two places. */
    void checkCode(long event, long account, Object code) {
        if (account <= MERGE_TARGETS || account > ACCOUNTS) {
            return;
        }
        var before = codes.putIfAbsent(event + "/" + account, code);
        if (before != null && !before.equals(code)) {
            fault("another code", event, account, before, code);
        }
    }

    /** A wish was carried out; none that was made earlier may hold from now on. */
    void wished(long event, long account, Object at) {
        wishes.merge(event + "/" + account, (Timestamp) at, (one, other) -> one.after(other) ? one : other);
    }

    void checkWish(long event, long account, Timestamp stored) {
        var newest = wishes.get(event + "/" + account);
        if (newest != null && newest.after(stored)) {
            fault("an older wish holds", event, account, newest, stored);
        }
    }

    boolean takeStep() {
        return !done.get() && stepsLeft.getAndDecrement() > 0;
    }

    void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    void fault(Object... what) {
        faults.add(Arrays.toString(what));
        if (faults.size() > MOST_FAULTS) {
            done.set(true);
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Map<String, LongAdder> counts() {
        return new TreeMap<>(counts);
    }
}
