package org.eventcenter.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The doors to PostgreSQL. What people wait for goes through {@link #fast()}, where the server ends any statement,
 * transaction or idle transaction after two seconds, so that nobody holds an event's lock for longer; what may take
 * its time goes through {@link #slow()}. While the server answers nobody at all, calls of both fail with {@link
 * StandsStill} after the time-out of the fast one, however many a request makes; its connections are lost a little later.
 */
public final class Database {
    static final String APPLICATION = "event-center";

    /** The pool gives its time-out no class of its own. */
    static final String POOL_TIMEOUT = "Timeout waiting for connection";

    /** How long one waits for a connection that others use: when a whole room comes at once, it is served in turn. */
    private static final int BURST_SECONDS = 10;

    private final Vertx vertx;
    private final PgConnectOptions fastOptions;
    private final Pool fast;
    private final Pool slow;
    private final Standstill standstill;

    /** Opens no connection yet. */
    public Database(Vertx vertx, DatabaseAddress address, DatabaseConfig config) {
        this.vertx = vertx;
        this.fastOptions = options(address, config.timeout());
        var prompt = pool(vertx, "fast", fastOptions, config.connections(), config.timeout());
        var patient = pool(
                vertx, "slow", options(address, config.slowTimeout()), config.slowConnections(), config.slowTimeout());
        this.standstill = new Standstill(
                vertx, config.timeout(), () -> prompt.query("select 1").execute());
        this.fast = new GuardedPool(prompt, standstill);
        this.slow = new GuardedPool(patient, standstill);
    }

    public Pool fast() {
        return fast;
    }

    public Pool slow() {
        return slow;
    }

    /** A connection outside the pools with the limits of the fast one; whoever asks closes it. */
    public Future<PgConnection> connect() {
        return PgConnection.connect(vertx, fastOptions);
    }

    /** Completes when what is under way has ended. */
    public Future<Void> close() {
        standstill.close();
        return Future.join(fast.close(), slow.close()).mapEmpty();
    }

    /** A statement ends a little before the transaction would, which costs the connection. */
    private static PgConnectOptions options(DatabaseAddress address, Duration timeout) {
        var millis = Long.toString(timeout.toMillis());
        var statementMillis = Long.toString(timeout.toMillis() * 9 / 10);
        return address.reactive()
                .setCachePreparedStatements(true)
                .addProperty("application_name", APPLICATION)
                .addProperty("statement_timeout", statementMillis)
                .addProperty("transaction_timeout", millis)
                .addProperty("idle_in_transaction_session_timeout", millis)
                .addProperty("jit", "off")
                // A plan that is kept was made for tables as small as they were then, and reads whole events later.
                .addProperty("plan_cache_mode", "force_custom_plan");
    }

    private static Pool pool(Vertx vertx, String name, PgConnectOptions options, int size, Duration timeout) {
        var millis = Math.toIntExact(timeout.toMillis());
        var pooled = new PoolOptions()
                .setName(name)
                .setMaxSize(size)
                .setConnectionTimeout(BURST_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(millis + 5_000)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        // Longer than the pool keeps a connection that is not in use: it ends only those that wait for an answer.
        var network = new NetClientOptions()
                .setConnectTimeout(millis)
                .setIdleTimeout(millis + 10_000)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(pooled)
                .with(network)
                .connectingTo(options)
                .using(vertx)
                .build();
    }
}
