package org.eventcenter.model;

import static org.eventcenter.model.WikiEdit.pick;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Changes events at random, a step at a time, until the steps are used up. */
final class Writer implements Runnable {
    /** Scope asked again; waited too long for a lock; another reader's epoch. */
    private static final Set<String> EXPECTED = Set.of("EC002", "55P03", "EC001");

    private final World world;
    private final Random random;

    Writer(World world, int number) {
        this.world = world;
        this.random = new Random(world.seed * 100 + number);
    }

    @Override
    public void run() {
        try (var connection = world.connect()) {
            var sql = new Sql(connection);
            var people = new People(world, sql, random);
            var edits = new Edits(world, sql, random);
            while (world.takeStep()) {
                step(people, edits, new Events(world, sql, random, edits));
            }
        } catch (SQLException | RuntimeException e) {
            world.fault("a writer ended", e);
        }
    }

    private void step(People people, Edits edits, Events events) {
        long event = pick(random, World.EVENTS.toArray(Long[]::new));
        try {
            change(random.nextInt(1_000), event, people, edits, events);
        } catch (SQLException e) {
            world.count("error " + e.getSQLState());
            if (!EXPECTED.contains(String.valueOf(e.getSQLState()))) {
                world.fault("error", e.getSQLState(), e.getMessage());
            }
        }
    }

    private void change(int dice, long event, People people, Edits edits, Events events) throws SQLException {
        if (dice < 180) {
            people.join(event);
        } else if (dice < 270) {
            people.leave(event);
        } else if (dice < 360) {
            people.goPrivate(event);
        } else if (dice < 450) {
            people.goPublic(event);
        } else if (dice < 480) {
            people.changeConsent(event);
        } else if (dice < 497) {
            people.rename(edits);
        } else if (dice < 500) {
            people.merge(edits);
        } else if (dice < 750) {
            edits.recordSome(event);
        } else if (dice < 970) {
            edits.tellFact();
        } else if (dice < 975) {
            events.setGoal(event);
        } else if (dice < 985) {
            events.changeCounting(event);
        } else if (dice < 990) {
            events.changeScope(event);
        } else {
            edits.recordWithAnotherEpoch(event, List.of(world.someEdit(random)));
        }
    }
}
