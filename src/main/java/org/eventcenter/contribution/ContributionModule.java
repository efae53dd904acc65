package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eventcenter.bus.Bus;
import org.eventcenter.database.Database;
import org.eventcenter.database.Lease;
import org.eventcenter.feed.Doorbell;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.module.Module;
import org.eventcenter.stream.ChangeSink;
import org.eventcenter.stream.Interest;
import org.eventcenter.stream.Quarantine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts edits: on every node the index of participants, on the node that reads the stream a recorder. */
public final class ContributionModule implements Module {
    private static final Logger log = LoggerFactory.getLogger(ContributionModule.class);
    private static final long FORGET_EVERY_MILLIS = Duration.ofHours(1).toMillis();
    private static final long FINISH_EVERY_MILLIS = Duration.ofSeconds(5).toMillis();
    private static final long COUNT_GAPS_EVERY_MILLIS = Duration.ofSeconds(20).toMillis();

    private final Vertx vertx;
    private final Bus bus;
    private final ParticipantIndex index = new ParticipantIndex();
    private final IndexWatch watch;
    private final ContributionStore store;
    private final Quarantine quarantine;
    private final Doorbells bells;
    private final RecorderConfig config;
    private final FinalNumbers finalNumbers;
    private final List<Bus.Subscription> subscriptions = new ArrayList<>();
    private long cleaning;
    private long finishing;
    private boolean isFinishing;
    private long countingGaps;
    private volatile long gaps;

    public ContributionModule(
            Vertx vertx, Database database, Bus bus, Doorbells bells, RecorderConfig config, FinalConfig finals) {
        this.vertx = vertx;
        this.bus = bus;
        this.watch = new IndexWatch(vertx, new IndexStore(database.fast(), database.slow()), index);
        this.store = new ContributionStore(database.fast());
        this.quarantine = new Quarantine(database.fast());
        this.bells = bells;
        this.config = config;
        this.finalNumbers = new FinalNumbers(database.fast(), bells, finals.grace());
    }

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/contribution/migrations");
    }

    @Override
    public Set<String> feedEntryKinds() {
        return Set.of("contributed", "corrected", "recounted");
    }

    /** Whose changes the stream's reader looks for. */
    public Interest interest() {
        return index;
    }

    /**
     * For the desk, before it answers people who joined at this node: an edit right after the answer is already looked
     * for. Completes when they are in the index.
     */
    public Future<Void> joined(long eventId, List<Long> accountIds) {
        return watch.joined(eventId, accountIds);
    }

    /** For the operator: of how many events edits were given up that have to be read again. */
    public String gaps() {
        return gaps == 0 ? "none" : "edits of " + gaps + " events were given up, see the table recording_gap";
    }

    /** Where the stream's reader gives its changes; the index is complete before it does. */
    public ChangeSink.Opener sinks() {
        return this::openSink;
    }

    @Override
    public Future<?> start() {
        watch.start();
        cleaning = vertx.setPeriodic(FORGET_EVERY_MILLIS, tick -> forgetOldMarks());
        finishing = vertx.setPeriodic(FINISH_EVERY_MILLIS, tick -> finishDue());
        countingGaps = vertx.setPeriodic(0, COUNT_GAPS_EVERY_MILLIS, tick -> countGaps());
        var bellsHeard = IntStream.range(0, Doorbell.ADDRESSES)
                .mapToObj(number ->
                        bus.subscribe(Doorbell.topic(number), this::hear).onSuccess(subscriptions::add))
                .toList();
        return Future.all(bellsHeard);
    }

    @Override
    public Future<?> stop() {
        watch.stop();
        vertx.cancelTimer(cleaning);
        vertx.cancelTimer(finishing);
        vertx.cancelTimer(countingGaps);
        return Future.join(subscriptions.stream().map(Bus.Subscription::cancel).toList());
    }

    private Future<ChangeSink> openSink(Lease lease) {
        return watch.catchUp().map(known -> new Recorder(vertx, lease, index, watch, store, quarantine, bells, config));
    }

    private void forgetOldMarks() {
        store.forgetOldMarks().onFailure(failure -> log.warn("Old marks were not deleted: {}", failure.getMessage()));
    }

    /** One step at a time, on the timer's context. */
    private void finishDue() {
        if (isFinishing) {
            return;
        }
        isFinishing = true;
        finalNumbers
                .finishDue()
                .onFailure(failure -> log.warn("Figures were not made final: {}", failure.getMessage()))
                .onComplete(done -> isFinishing = false);
    }

    private void countGaps() {
        store.gaps()
                .onSuccess(count -> gaps = count)
                .onFailure(failure -> log.debug("The gaps were not counted: {}", failure.getMessage()));
    }

    private void hear(Doorbell bell) {
        if (bell.feed().audience() == FeedAudience.ORGANIZERS) {
            watch.hearBell();
        }
    }
}
