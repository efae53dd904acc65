package org.eventcenter.model;

import static org.eventcenter.model.WikiEdit.pick;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A reader of the stream: edits with repeats, some of them poor in facts, and reverts that come and go. */
final class Edits {
    private static final String RECORD = """
            select o_new from contribution_store(
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz[], ?)""";

    private final World world;
    private final Sql sql;
    private final Random random;

    Edits(World world, Sql sql, Random random) {
        this.world = world;
        this.sql = sql;
        this.random = random;
    }

    void recordSome(long event) throws SQLException {
        int size = world.edits.size();
        int from = random.nextInt(random.nextBoolean() ? 300 : size);
        var some = new ArrayList<WikiEdit>();
        for (int i = 0; i <= random.nextInt(20); i++) {
            some.add(world.edits.get((from + i) % size));
        }
        some.add(world.someEdit(random));
        Collections.shuffle(some, random);
        some.addAll(List.copyOf(some.subList(0, Math.min(2, some.size()))));
        record(event, some, world.leaseEpoch(), false);
        if (random.nextInt(100) < 40) {
            record(pick(random, World.EVENTS.toArray(Long[]::new)), some, world.leaseEpoch(), false);
        }
        world.count("record");
    }

    void recordWithAnotherEpoch(long event, List<WikiEdit> some) throws SQLException {
        record(event, some, world.leaseEpoch() + 7, false);
        world.fault("recorded with another epoch");
    }

    /** Everything once more and with all facts, as a backfill does: afterwards nothing may be missing. */
    void recordAll() throws SQLException {
        for (var event : World.EVENTS) {
            for (int i = 0; i < world.edits.size(); i += 150) {
                var some = world.edits.subList(i, Math.min(i + 150, world.edits.size()));
                retry(() -> record(event, some, world.leaseEpoch(), true));
            }
        }
    }

    private void record(long event, List<WikiEdit> some, long epoch, boolean full) throws SQLException {
        int version = (int) sql.number("select scope_version from event where event_id = ?", event);
        var poor = some.stream().map(edit -> !full && random.nextInt(100) < 30).toList();
        some.forEach(edit -> edit.readFor(event));
        sql.rows(
                RECORD,
                epoch,
                event,
                version,
                array(some, edit -> edit.account, Long[]::new),
                array(some, edit -> edit.wiki, String[]::new),
                array(some, edit -> edit.revision, Long[]::new),
                pages(some, poor),
                array(some, edit -> edit.namespace, Integer[]::new),
                array(some, edit -> edit.title, String[]::new),
                array(some, edit -> edit.kind, String[]::new),
                array(some, edit -> edit.bot, Boolean[]::new),
                deltas(some, poor),
                flags(some, poor, edit -> edit.redirect),
                flags(some, poor, edit -> edit.unchanged),
                array(some, edit -> Instant.ofEpochSecond(edit.at).toString(), String[]::new),
                array(some, edit -> edit.inScope(version), Boolean[]::new));
    }

    /** A poor source knows no page, and not always the size. */
    private static Long[] pages(List<WikiEdit> some, List<Boolean> poor) {
        var pages = array(some, edit -> edit.page, Long[]::new);
        for (int i = 0; i < pages.length; i++) {
            pages[i] = poor.get(i) || some.get(i).byTitleAlone ? null : pages[i];
        }
        return pages;
    }

    private static Integer[] deltas(List<WikiEdit> some, List<Boolean> poor) {
        var deltas = array(some, edit -> edit.delta, Integer[]::new);
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = poor.get(i) && some.get(i).revision % 3 == 0 ? null : deltas[i];
        }
        return deltas;
    }

    private static Boolean[] flags(List<WikiEdit> some, List<Boolean> poor, Function<WikiEdit, Boolean> fact) {
        var flags = array(some, fact, Boolean[]::new);
        for (int i = 0; i < flags.length; i++) {
            flags[i] = poor.get(i) ? null : flags[i];
        }
        return flags;
    }

    private static <T> T[] array(List<WikiEdit> some, Function<WikiEdit, T> read, IntFunction<T[]> make) {
        return some.stream().map(read).toArray(make);
    }

    /** First a mark, committed before anything that is read later; then to the events that hold the edit. */
    void tellFact() throws SQLException {
        var edit = world.someEdit(random);
        WikiEdit.Fact fact;
        List<Long> events;
        synchronized (edit) {
            events = edit.knownIn();
            fact = edit.tell(random.nextInt(100) < 65, world.tick(), random.nextInt(5) == 0);
            retry(() -> tell("select contribution_mark(?, ?, ?, ?, ?::timestamptz[])", edit, fact));
        }
        for (var event : events) {
            retry(() -> tell("select contribution_fact(?, " + event + ", ?, ?, ?, ?::timestamptz[])", edit, fact));
        }
        world.count("fact");
    }

    private void tell(String text, WikiEdit edit, WikiEdit.Fact fact) throws SQLException {
        var asOf = Instant.EPOCH.plus(fact.asOf(), ChronoUnit.MICROS).toString();
        sql.rows(
                text,
                world.leaseEpoch(),
                new String[] {edit.wiki},
                new Long[] {edit.revision},
                new Boolean[] {fact.value()},
                new String[] {asOf});
    }

    /** Until no lock was waited for too long. */
    void retry(Call call) throws SQLException {
        while (true) {
            try {
                call.run();
                return;
            } catch (SQLException e) {
                if (!"55P03".equals(e.getSQLState())) {
                    throw e;
                }
                world.count("lock waited for again");
            }
        }
    }

    @FunctionalInterface
    interface Call {
        void run() throws SQLException;
    }
}
