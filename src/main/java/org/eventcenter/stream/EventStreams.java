package org.eventcenter.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.eventcenter.database.DatabaseClock;
import org.eventcenter.database.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wikimedia EventStreams: what every reading of it shares, whichever lease it is made under. */
public final class EventStreams implements ChangeSource.Opener {
    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    private final Vertx vertx;
    private final StreamConfig config;
    private final StreamRequests requests;
    private final Interest interest;
    private final PositionStore positions;
    private final SourceStore sources;
    private final DatabaseClock clock;
    private final MalformedEvents malformed;
    private final StreamFigures figures;
    private final HttpClientAgent client;

    /** {@code userAgent}: with a contact; {@code interest}: who is worth reading about. */
    public EventStreams(
            Vertx vertx, StreamConfig config, String userAgent, Interest interest, Pool pool, StreamFigures figures) {
        this.vertx = vertx;
        this.config = config;
        this.requests = new StreamRequests(config, userAgent);
        this.interest = interest;
        this.positions = new PositionStore(pool);
        this.sources = new SourceStore(pool);
        this.clock = new DatabaseClock(pool);
        this.malformed = new MalformedEvents(vertx, new Quarantine(pool), figures);
        this.figures = figures;
        this.client = client(vertx, config);
    }

    /** One connection at a time, closed rather than kept: the service counts those of an address. */
    private static HttpClientAgent client(Vertx vertx, StreamConfig config) {
        var options = new HttpClientOptions()
                .setSsl("https".equals(config.url().getScheme()))
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setKeepAlive(false);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(1));
    }

    @Override
    public Future<ChangeSource> open(Lease lease, ChangeSink sink) {
        return clock.measure()
                .compose(measured -> positions.open(lease.epoch(), config.edits(), config.firstPosition()))
                .map(opened -> read(lease, sink, opened));
    }

    private ChangeSource read(Lease lease, ChangeSink sink, Map<String, Instant> opened) {
        var keeper = new PositionKeeper(vertx, positions, lease, opened, clock);
        var watch =
                new SourceWatch(Streams.editTopics(config.edits()), keeper.position(), config, clock, System::nanoTime);
        var reporter = new SourceReporter(vertx, sources, lease, watch, System::nanoTime);
        var recent = new RecentEvents(System::nanoTime, figures.droppedEarly());
        var intake =
                new EventIntake(new ChangeReader(interest), recent, keeper.position(), sink, watch, malformed, figures);
        var reading = new StreamReading(this, keeper, intake, sink, watch, reporter);
        var loop = vertx.getOrCreateContext();
        interest.onMore(known -> loop.runOnContext(now -> reading.lookAgain(known)));
        reading.start();
        log.info("Reading {} since {}", config.url(), Collections.min(opened.values()));
        return reading;
    }

    Vertx vertx() {
        return vertx;
    }

    StreamConfig config() {
        return config;
    }

    StreamRequests requests() {
        return requests;
    }

    StreamConnection newConnection() {
        figures.connections().increment();
        return new StreamConnection(vertx, client, System::nanoTime);
    }

    /** Closes what the readings share; they are stopped before. */
    public Future<Void> close() {
        return client.close();
    }
}
