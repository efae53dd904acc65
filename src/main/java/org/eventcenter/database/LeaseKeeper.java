package org.eventcenter.database;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries to hold a lease for as long as it runs, over a connection of its own: takes it when it is free, renews it, and
 * says when it is lost. Time is the database's; the own clock only says how long ago something was. It runs on the
 * context that it was made on, one question at a time.
 */
public final class LeaseKeeper {
    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private static final String LOOK = "select free from lease_look($1)";
    private static final String TAKE = "select lease_take($1, $2, $3::numeric) as epoch";
    private static final String RENEW = "select lease_renew($1, $2, $3::numeric) as renewed";
    private static final String RELEASE = "select lease_release($1, $2)";

    private final Vertx vertx;
    private final Supplier<? extends Future<? extends SqlConnection>> connect;
    private final String name;
    private final String holder;
    private final LeaseTimes times;
    private final LongSupplier nanoTime;
    private final Consumer<Lease> taken;

    private final Context context;

    private volatile Optional<Lease> held = Optional.empty();
    private Optional<SqlConnection> connection = Optional.empty();
    private Future<Void> question = Future.succeededFuture();
    private long timer;
    private long tickedAt;

    /** {@code taken} is told of each holding, on the keeper's context; {@code holder} is this node's name. */
    public LeaseKeeper(Vertx vertx, Database database, String name, String holder, Consumer<Lease> taken) {
        this(vertx, database::connect, name, holder, taken, LeaseTimes.USUAL, System::nanoTime);
    }

    public LeaseKeeper(
            Vertx vertx,
            Supplier<? extends Future<? extends SqlConnection>> connect,
            String name,
            String holder,
            Consumer<Lease> taken,
            LeaseTimes times,
            LongSupplier nanoTime) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.connect = connect;
        this.name = name;
        this.holder = holder;
        this.taken = taken;
        this.times = times;
        this.nanoTime = nanoTime;
    }

    /** Completes after the first try, whether or not the lease was free or the database there. */
    public Future<Void> start() {
        return onContext(() -> {
            tickedAt = nanoTime.getAsLong();
            timer = vertx.setPeriodic(times.lookEvery().toMillis(), ignored -> tick());
            tick();
            return question;
        });
    }

    /** What we hold now. For any thread. */
    public Optional<Lease> held() {
        return held;
    }

    /** Frees the lease, so that another node need not wait for its end. Never fails. */
    public Future<Void> stop() {
        return onContext(() -> {
            vertx.cancelTimer(timer);
            return question.compose(ignored -> release())
                    .eventually(this::disconnect)
                    .otherwiseEmpty();
        });
    }

    private Future<Void> onContext(Supplier<Future<Void>> step) {
        Promise<Void> done = Promise.promise();
        context.runOnContext(ignored -> step.get().onComplete(done));
        return done.future();
    }

    private void tick() {
        var now = nanoTime.getAsLong();
        if (now - tickedAt > times.life().toNanos()) {
            lose("this process stood still for " + TimeUnit.NANOSECONDS.toMillis(now - tickedAt) + " ms");
        }
        tickedAt = now;
        if (held.isPresent() && held.get().isOver()) {
            lose("the database did not renew it in time");
        }
        if (question.isComplete()) {
            question = ask().timeout(times.life().toMillis(), TimeUnit.MILLISECONDS)
                    .recover(this::giveUp);
        }
    }

    private Future<Void> ask() {
        if (held.isPresent()) {
            return held.get().isDue() ? connected().compose(this::renew) : Future.succeededFuture();
        }
        return connected().compose(this::takeIfFree);
    }

    private Future<SqlConnection> connected() {
        return connection
                .map(Future::succeededFuture)
                .orElseGet(() -> connect.get().map(this::keep));
    }

    private SqlConnection keep(SqlConnection made) {
        connection.ifPresent(SqlConnection::close);
        connection = Optional.of(made);
        return made;
    }

    private Future<Void> renew(SqlConnection asked) {
        var lease = held.orElseThrow();
        var askedAt = nanoTime.getAsLong();
        return asked.preparedQuery(RENEW)
                .execute(Tuple.of(name, lease.epoch(), seconds()))
                .map(rows -> rows.iterator().next().getBoolean("renewed"))
                .onSuccess(renewed -> {
                    if (!renewed) {
                        lose("another node has taken it");
                    } else if (isCurrent(asked)) {
                        lease.renewed(askedAt);
                    }
                })
                .mapEmpty();
    }

    private Future<Void> takeIfFree(SqlConnection asked) {
        return asked.preparedQuery(LOOK).execute(Tuple.of(name)).compose(rows -> {
            var free = rows.size() == 0 || rows.iterator().next().getBoolean("free");
            return free ? take(asked) : Future.succeededFuture();
        });
    }

    private Future<Void> take(SqlConnection asked) {
        var askedAt = nanoTime.getAsLong();
        return asked.preparedQuery(TAKE)
                .execute(Tuple.of(name, holder, seconds()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong("epoch")))
                .onSuccess(epoch -> {
                    if (epoch.isPresent() && isCurrent(asked)) {
                        hold(new Lease(epoch.get(), times, nanoTime, askedAt));
                    }
                })
                .mapEmpty();
    }

    /** An answer over a connection that was given up comes too late to be used. */
    private boolean isCurrent(SqlConnection asked) {
        return connection.filter(asked::equals).isPresent();
    }

    private void hold(Lease lease) {
        log.info("Lease {} is ours, epoch {}", name, lease.epoch());
        held = Optional.of(lease);
        taken.accept(lease);
    }

    private void lose(String why) {
        held.ifPresent(lease -> {
            log.info("Lease {}, epoch {}, is lost: {}", name, lease.epoch(), why);
            held = Optional.empty();
            lease.lose();
        });
    }

    /** The connection may be broken, so the next question gets a new one; what we hold stays ours until its end. */
    private Future<Void> giveUp(Throwable failure) {
        log.debug("The database did not answer about lease {}: {}", name, failure.toString());
        return disconnect().otherwiseEmpty();
    }

    private Future<Void> release() {
        var lease = held;
        lose("this node stops");
        if (lease.isEmpty() || connection.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .get()
                .preparedQuery(RELEASE)
                .execute(Tuple.of(name, lease.get().epoch()))
                .mapEmpty();
    }

    private Future<Void> disconnect() {
        var closing = connection.map(SqlConnection::close).orElse(Future.succeededFuture());
        connection = Optional.empty();
        return closing;
    }

    private double seconds() {
        return times.life().toMillis() / 1000.0;
    }
}
