package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.web.Secrets;
import org.eventcenter.web.TestCookies;

/**
 * Many phones in one room, each with a person who is signed in and a form that is filled in. They send it over real
 * HTTP, each over a connection of its own.
 */
final class Room {
    private static final int SOME = 20;

    private static final String SESSIONS = """
            insert into web_session (session_hash, account_id, operator, expires_at)
            select h, a, false, clock_timestamp() + interval '1 hour' from unnest($1::text[], $2::bigint[]) s (h, a)""";

    private final HttpClient client;
    private final String slug;
    private final List<Seat> seats;
    private final AtomicInteger joinedSoFar = new AtomicInteger();
    private final Promise<Void> someJoined = Promise.promise();
    private final Histogram micros = new ConcurrentHistogram(60_000_000, 3);

    /** What each answered phone was told, by account. */
    final ConcurrentMap<Long, Integer> told = new ConcurrentHashMap<>();

    /** A person with a phone: the cookie and the form. */
    record Seat(long accountId, String cookie, String form) {}

    private Room(HttpClient client, String slug, List<Seat> seats) {
        this.client = client;
        this.slug = slug;
        this.seats = seats;
    }

    static Room of(int phones, Vertx vertx, Pool pool, String slug) throws Exception {
        var people = TestEvents.people(pool, phones);
        var ids = people.stream().map(person -> Secrets.random(128)).toList();
        var hashes = ids.stream().map(Secrets::hash).toArray(String[]::new);
        pool.preparedQuery(SESSIONS)
                .execute(Tuple.of((Object) hashes, (Object) people.toArray(Long[]::new)))
                .await(10, SECONDS);
        var cookies = new TestCookies(vertx);
        var seats = IntStream.range(0, phones)
                .mapToObj(i -> seat(cookies, people.get(i), ids.get(i), i % 4 == 0))
                .toList();
        var options = new HttpClientOptions().setKeepAlive(true);
        var client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(phones));
        return new Room(client, slug, seats);
    }

    private static Seat seat(TestCookies cookies, long accountId, String session, boolean isPrivate) {
        var form = "csrf=t&terms=yes&see=" + (isPrivate ? "organizers" : "everyone") + "&request=" + UUID.randomUUID();
        return new Seat(accountId, cookies.header(accountId, session, "t"), form);
    }

    /** All at once, the phones spread over these ports. Completes when each has an answer or knows that none comes. */
    Future<?> sendAll(List<Integer> ports) {
        var sent = new ArrayList<Future<?>>();
        for (int i = 0; i < seats.size(); i++) {
            sent.add(send(ports.get(i % ports.size()), seats.get(i)));
        }
        return Future.join(sent);
    }

    private Future<Integer> send(int port, Seat seat) {
        long begun = System.nanoTime();
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost("localhost")
                        .setPort(port)
                        .setURI("/e/" + slug + "/register")
                        .putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .putHeader("Origin", "http://localhost:" + port)
                        .putHeader("Cookie", seat.cookie))
                .compose(request -> request.send(Buffer.buffer(seat.form)))
                .compose(response -> response.end().map(response.statusCode()))
                .onSuccess(status -> {
                    micros.recordValue((System.nanoTime() - begun) / 1_000);
                    told.put(seat.accountId, status);
                    if (status == 303 && joinedSoFar.incrementAndGet() == SOME) {
                        someJoined.complete();
                    }
                });
    }

    /** Completes when some phones have been told that they are in, while the others still wait. */
    Future<Void> someJoined() {
        return someJoined.future();
    }

    /** Those who were told that they are in. */
    List<Long> joined() {
        return told.entrySet().stream()
                .filter(answer -> answer.getValue() == 303)
                .map(answer -> answer.getKey())
                .toList();
    }

    /** Milliseconds within which this share of the phones had an answer. */
    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
