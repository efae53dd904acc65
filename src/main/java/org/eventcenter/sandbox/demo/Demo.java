package org.eventcenter.sandbox.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.eventcenter.sandbox.SimulatedWiki;
import org.eventcenter.sandbox.mediawiki.OAuthConsumer;
import org.eventcenter.sandbox.people.Person;
import org.eventcenter.sandbox.people.Person.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A campaign in full swing: events that an organizer creates, people who sign in and register, and more of them while it
 * runs. Everything goes over HTTP, as it does for everybody.
 */
public final class Demo {
    /** Under which the hub is known to the simulated wiki; a public client, which has no secret. */
    public static final String CLIENT_ID = "event-center-demo";

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int AT_ONCE = 6;
    private static final int ALSO_UPCOMING = 9;
    private static final int IN_THE_PAST = 14;
    private static final Duration ARRIVALS_IN_LIFE = Duration.ofSeconds(40);

    private final Vertx vertx;
    private final SimulatedWiki wiki;
    private final URI hub;
    private final Clock clock;
    private final Duration betweenArrivals;
    private final WebClient client;
    private final Organizer organizer;
    private volatile boolean ended;

    /**
     * {@code hub} is the public address of the hub, without a slash at the end; {@code token} an API token of the
     * account that is to own the events. Latecomers arrive at the pace of the wiki.
     */
    public Demo(Vertx vertx, SimulatedWiki wiki, URI hub, String token, Clock clock) {
        this(vertx, wiki, hub, token, clock, atPace(wiki.pace()));
    }

    /** {@code betweenArrivals} is how long after one latecomer the next sets out; zero for none. */
    public Demo(Vertx vertx, SimulatedWiki wiki, URI hub, String token, Clock clock, Duration betweenArrivals) {
        this.vertx = vertx;
        this.wiki = wiki;
        this.hub = hub;
        this.clock = clock;
        this.betweenArrivals = betweenArrivals;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions().setFollowRedirects(false).setUserAgent("Mozilla/5.0 (Event Center demo)"));
        this.organizer = new Organizer(client, hub, token);
    }

    private static Duration atPace(double pace) {
        return pace == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(1, (long) (ARRIVALS_IN_LIFE.toMillis() / pace)));
    }

    /** The addresses of what there is to see; {@code now} is the event in full swing. */
    public record Links(String now, String upcoming, String past) {}

    /** Completes when the events are there and their people are in. From then on the stream is up and others come. */
    public Future<Links> begin() {
        return wiki.approve(new OAuthConsumer(CLIENT_ID, "", hub + "/sign-in/callback"))
                .compose(approved -> createEvents())
                .compose(created -> bringIn())
                .compose(in -> wiki.openStream())
                .onSuccess(
                        open -> welcome(new ConcurrentLinkedQueue<>(wiki.cast().arriving(Arrival.LATE))))
                .map(open -> new Links(
                        address(DemoEvents.IN_FULL_SWING), address(DemoEvents.UPCOMING), address(DemoEvents.PAST)));
    }

    private String address(String slug) {
        return hub + "/e/" + slug;
    }

    private Future<Void> createEvents() {
        Future<Void> created = Future.succeededFuture();
        for (var event : new DemoEvents(clock.instant()).all()) {
            created = created.compose(before -> organizer.create(event));
        }
        return created;
    }

    private Future<Void> bringIn() {
        var early = wiki.cast().arriving(Arrival.EARLY);
        var openPeople = early.stream().filter(person -> !person.isPrivate()).toList();
        var past = openPeople.stream().limit(IN_THE_PAST).map(Person::name).toList();
        return register(early, DemoEvents.IN_FULL_SWING)
                .compose(in -> register(early.subList(0, ALSO_UPCOMING), DemoEvents.UPCOMING))
                .compose(in -> organizer.add(DemoEvents.PAST, past, false));
    }

    /** A few at a time, as in a room with one door. */
    private Future<Void> register(List<Person> people, String slug) {
        var queue = new ConcurrentLinkedQueue<>(people);
        var lanes = new ArrayList<Future<Void>>();
        for (int lane = 0; lane < AT_ONCE; lane++) {
            lanes.add(registerNext(queue, slug));
        }
        return Future.all(lanes).mapEmpty();
    }

    private Future<Void> registerNext(Queue<Person> queue, String slug) {
        var next = queue.poll();
        return next == null
                ? Future.succeededFuture()
                : new Newcomer(client, hub, next).register(slug).compose(in -> registerNext(queue, slug));
    }

    /** One after the other, as long as there are any. */
    private void welcome(Queue<Person> late) {
        var next = ended || betweenArrivals.isZero() ? null : late.poll();
        if (next != null) {
            vertx.timer(betweenArrivals.toMillis(), TimeUnit.MILLISECONDS)
                    .compose(waited -> new Newcomer(client, hub, next).register(DemoEvents.IN_FULL_SWING))
                    .onFailure(failure -> tell(next, failure))
                    .onComplete(done -> welcome(late));
        }
    }

    private void tell(Person person, Throwable failure) {
        if (!ended) {
            LOG.warn("{} could not register: {}", person.name(), failure.getMessage());
        }
    }

    /** Nobody else comes. To be called before the hub stops. */
    public void end() {
        ended = true;
    }
}
