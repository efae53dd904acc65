package org.eventcenter.model;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Watches one feed: folds frames, and now and then reads a frame and a snapshot of the same moment, which must give the
 * same screen. For the public it also looks for private people in that moment.
 */
final class Watcher implements Runnable {
    private final World world;
    private final Random random;
    private final long event;
    private final short audience;
    private @Nullable Screen screen;

    Watcher(World world, int number) {
        this.world = world;
        this.random = new Random(world.seed * 100 + 50 + number);
        this.event = World.EVENTS.get(number / 2 % World.EVENTS.size());
        this.audience = (short) (1 + number % 2);
    }

    @Override
    public void run() {
        try (var now = world.connect();
                var moment = world.connect()) {
            moment.setAutoCommit(false);
            moment.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            moment.setReadOnly(true);
            while (!world.done.get()) {
                watch(new Sql(now), new Sql(moment));
            }
            compareInOneMoment(new Sql(moment));
        } catch (SQLException | RuntimeException e) {
            world.fault("a watcher ended", e, e.getStackTrace()[0]);
        }
    }

    private void watch(Sql now, Sql moment) throws SQLException {
        if (screen == null || random.nextInt(50) == 0) {
            screen = new Screen(snapshot(now), isPublic());
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            follow(after(now), now);
        }
        LockSupport.parkNanos(random.nextInt(200_000_000));
        compareInOneMoment(moment);
    }

    private void follow(JsonObject frame, Sql now) throws SQLException {
        if (frame.getString("type").equals("entries")) {
            screen.fold(frame);
        } else {
            screen = new Screen(frame.containsKey("state") ? frame : snapshot(now), isPublic());
        }
    }

    private void compareInOneMoment(Sql moment) throws SQLException {
        if (screen == null) {
            screen = new Screen(snapshot(moment), isPublic());
        }
        long from = screen.seq;
        var frame = after(moment);
        var snapshot = snapshot(moment);
        if (isPublic()) {
            new PrivacyCheck(world, moment, event).check(snapshot, frame);
        }
        moment.endMoment();
        if (frame.getString("type").equals("entries")) {
            screen.fold(frame);
            new ScreenCheck(world, event + "/" + audience).compare(screen, snapshot, from);
        } else {
            world.count("frames that were a " + frame.getString("type"));
            screen = new Screen(snapshot, isPublic());
        }
    }

    private boolean isPublic() {
        return audience == 2;
    }

    private JsonObject snapshot(Sql sql) throws SQLException {
        return json(sql.row("select feed_snapshot(?, ?::smallint)::text", event, audience));
    }

    private JsonObject after(Sql sql) throws SQLException {
        return json(
                sql.row("select feed_after(?, ?::smallint, ?, ?)::text", event, audience, screen.epoch, screen.seq));
    }

    private static JsonObject json(Object[] row) {
        return new JsonObject((String) row[0]);
    }
}
