package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.eventcenter.database.Database;
import org.eventcenter.database.LeaseKeeper;
import org.eventcenter.module.Module;

/** Reads EventStreams into a sink, on one node of all. Started after whoever gives the sink, and stopped before. */
public final class StreamModule implements Module {
    private static final String LEASE = "stream";

    private final Vertx vertx;
    private final Database database;
    private final String node;
    private final EventStreams streams;
    private final ChangeSink.Opener sinks;
    private final StreamFigures figures = new StreamFigures();
    private final SourceStore sources;
    private volatile Optional<StreamVerticle> verticle = Optional.empty();
    private Future<String> deployed = Future.failedFuture("not started");

    /**
     * {@code node}: this node's name, in the lease; {@code userAgent}: with a contact, the service refuses clients
     * without one; {@code interest} and {@code sinks}: who is worth reading about, and where their changes go.
     */
    public StreamModule(
            Vertx vertx,
            Database database,
            String node,
            StreamConfig config,
            String userAgent,
            Interest interest,
            ChangeSink.Opener sinks) {
        this.vertx = vertx;
        this.database = database;
        this.node = node;
        this.streams = new EventStreams(vertx, config, userAgent, interest, database.fast(), figures);
        this.sinks = sinks;
        this.sources = new SourceStore(database.fast());
    }

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/stream/migrations");
    }

    /** What this node has read. */
    public StreamFigures figures() {
        return figures;
    }

    /** How the source stands, whichever node reads it. Fails when the database is away. */
    public Future<SourceState> source() {
        return sources.now();
    }

    /** Whether it is this node that reads. */
    public boolean isReading() {
        return verticle.map(StreamVerticle::holdsLease).orElse(false);
    }

    @Override
    public Future<?> start() {
        var reader = new StreamVerticle(taken -> new LeaseKeeper(vertx, database, LEASE, node, taken), sinks, streams);
        verticle = Optional.of(reader);
        deployed = vertx.deployVerticle(reader);
        return deployed;
    }

    @Override
    public Future<?> stop() {
        return deployed.compose(vertx::undeploy).eventually(streams::close);
    }
}
