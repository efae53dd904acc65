package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eventcenter.database.Lease;
import org.eventcenter.database.LeaseKeeper;
import org.jspecify.annotations.Nullable;

/** Reads the stream while this node holds the lease, so that of all nodes one does. */
final class StreamVerticle extends VerticleBase {
    private final Function<Consumer<Lease>, LeaseKeeper> keeperTelling;
    private final ChangeSink.Opener sinks;
    private final ChangeSource.Opener sources;
    private volatile @Nullable LeaseKeeper keeper;
    private @Nullable Tenure tenure;

    /** {@code keeperTelling}: makes the keeper of the lease, on the context of the caller. */
    StreamVerticle(
            Function<Consumer<Lease>, LeaseKeeper> keeperTelling,
            ChangeSink.Opener sinks,
            ChangeSource.Opener sources) {
        this.keeperTelling = keeperTelling;
        this.sinks = sinks;
        this.sources = sources;
    }

    @Override
    public Future<?> start() {
        var trying = keeperTelling.apply(this::begin);
        keeper = trying;
        return trying.start();
    }

    /** For any thread. */
    boolean holdsLease() {
        var trying = keeper;
        return trying != null && trying.held().isPresent();
    }

    /** The lease is free for another node only when nothing is read or written here any more. */
    @Override
    public Future<?> stop() {
        var trying = keeper;
        return endTenure().compose(ended -> trying == null ? Future.succeededFuture() : trying.stop());
    }

    private void begin(Lease lease) {
        var next = new Tenure(vertx, lease, sinks, sources);
        var before = endTenure();
        tenure = next;
        lease.lost().compose(lost -> next.end());
        before.onComplete(ended -> next.begin());
    }

    private Future<Void> endTenure() {
        return tenure == null ? Future.succeededFuture() : tenure.end();
    }
}
