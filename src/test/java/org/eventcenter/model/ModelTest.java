package org.eventcenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that can change an event, at random, by 8 clients on 4 events, while 8 screens follow; then all is counted
 * again. {@code -Dmodel.seed} repeats a run as far as threads allow, {@code -Dmodel.steps} makes it longer.
 */
@Timeout(3_600)
class ModelTest {
    private static final Logger log = LoggerFactory.getLogger(ModelTest.class);
    private static final int CLIENTS = 8;

    @Test
    void whatever_happens_at_once_every_figure_is_exact_and_nothing_private_is_public() throws Exception {
        run(Integer.getInteger("model.steps", 1_500));
    }

    @Test
    @Tag("soak")
    void it_holds_for_a_hundred_thousand_steps() throws Exception {
        run(100_000);
    }

    private static void run(int steps) throws Exception {
        var world = new World(Long.getLong("model.seed", new Random().nextInt(1_000_000)), steps);
        var watchers = start(
                IntStream.range(0, CLIENTS).mapToObj(i -> new Watcher(world, i)).toList());
        var writers = start(
                IntStream.range(0, CLIENTS).mapToObj(i -> new Writer(world, i)).toList());

        join(writers);
        try (var connection = world.connect()) {
            var sql = new Sql(connection);
            new Edits(world, sql, new Random(world.seed)).recordAll();
            world.done.set(true);
            join(watchers);
            for (var event : World.EVENTS) {
                new FinalRecount(world, sql, event).check();
            }
            new FinalCheck(world, sql).check();
        }

        log.info("Seed {}: {}", world.seed, world.counts());
        assertThat(world.faults()).as("seed %d", world.seed).isEmpty();
        assertThat(world.counts())
                .containsKeys(
                        "screens compared public",
                        "screens compared organizers",
                        "moments searched for private people");
    }

    private static List<Thread> start(List<? extends Runnable> tasks) {
        var threads = new ArrayList<Thread>();
        for (var task : tasks) {
            var thread = new Thread(task);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }
}
