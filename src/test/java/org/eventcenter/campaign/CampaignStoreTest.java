package org.eventcenter.campaign;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class CampaignStoreTest {
    private static final Instant NOON = Instant.parse("2031-05-01T12:00:00Z");

    private Pool pool;
    private CampaignStore store;

    @BeforeEach
    void open(Vertx vertx) {
        pool = PgBuilder.pool()
                .connectingTo(TestPostgres.createWithAllTables().url())
                .using(vertx)
                .build();
        store = new CampaignStore(pool);
    }

    @AfterEach
    void close() throws Exception {
        pool.close().await(5, SECONDS);
    }

    @Test
    void an_event_is_read_as_it_was_created() throws Exception {
        var owner = TestEvents.people(pool, 1).get(0);
        var wanted = new NewEvent(
                "rivers-2031",
                "Rivers <b>of</b> the north",
                "Bring a laptop.",
                EventStatus.PUBLISHED,
                false,
                NOON,
                NOON.plus(6, ChronoUnit.HOURS),
                ZoneId.of("Europe/Oslo"),
                NOON.minus(7, ChronoUnit.DAYS),
                null,
                40,
                List.of("nowiki", "enwiki"),
                List.of(0, 118),
                List.of(
                        new NewEvent.GoalTarget(GoalMetric.ARTICLES, 25),
                        new NewEvent.GoalTarget(GoalMetric.BYTES_ADDED, 100_000)),
                owner);

        var created = store.create(wanted).await(5, SECONDS).orElseThrow();

        assertThat(created.shortCode()).matches("[a-z]{6}");
        assertThat(created.timeZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(created.opensAt()).isEqualTo(NOON.minus(7, ChronoUnit.DAYS));
        assertThat(created.closesAt()).isNull();
        assertThat(created.capacity()).isEqualTo(40);
        assertThat(store.bySlug("rivers-2031").await(5, SECONDS)).contains(created);
        assertThat(store.byShortCode(created.shortCode().toUpperCase(Locale.ROOT))
                        .await(5, SECONDS))
                .contains(created);
        assertThat(store.wikis(created.eventId()).await(5, SECONDS))
                .containsExactly(new EventWiki("enwiki", List.of(0, 118)), new EventWiki("nowiki", List.of(0, 118)));
        assertThat(store.goals(created.eventId()).await(5, SECONDS))
                .containsExactly(new Goal(1, GoalMetric.ARTICLES, 25), new Goal(2, GoalMetric.BYTES_ADDED, 100_000));
        assertThat(new EventOrganizers(pool)
                        .isOrganizer(owner, created.eventId())
                        .await(5, SECONDS))
                .isTrue();
    }

    @Test
    void a_slug_is_given_once() throws Exception {
        create("rivers", NOON, EventStatus.DRAFT, false);

        var second = store.create(event("rivers", NOON, EventStatus.PUBLISHED, false))
                .await(5, SECONDS);

        assertThat(second).isEmpty();
        assertThat(store.bySlug("lakes").await(5, SECONDS)).isEmpty();
    }

    @Test
    void lists_hold_published_and_cancelled_events_of_their_phase_in_order() throws Exception {
        create("ended", NOON.minus(2, ChronoUnit.HOURS), EventStatus.PUBLISHED, false);
        create("ended-before", NOON.minus(9, ChronoUnit.HOURS), EventStatus.CANCELLED, false);
        create("ends-at-noon", NOON.minus(1, ChronoUnit.HOURS), EventStatus.PUBLISHED, false);
        create("starts-at-noon", NOON, EventStatus.PUBLISHED, false);
        create("tomorrow", NOON.plus(1, ChronoUnit.DAYS), EventStatus.PUBLISHED, false);
        create("draft", NOON, EventStatus.DRAFT, false);
        create("test", NOON, EventStatus.PUBLISHED, true);

        assertThat(slugs(EventPhase.PAST)).containsExactly("ends-at-noon", "ended", "ended-before");
        assertThat(slugs(EventPhase.ONGOING)).containsExactly("starts-at-noon");
        assertThat(slugs(EventPhase.UPCOMING)).containsExactly("tomorrow");
    }

    @Test
    void pages_of_a_list_follow_each_other_without_gap_or_repeat() throws Exception {
        for (int i = 0; i < 7; i++) {
            create("event-" + i, NOON.plus(i / 3 + 1, ChronoUnit.HOURS), EventStatus.PUBLISHED, false);
        }

        var first = store.list(EventPhase.UPCOMING, NOON, null, 3).await(5, SECONDS);
        var cursor = EventCursor.parse(String.valueOf(first.next())).orElseThrow();
        var second = store.list(EventPhase.UPCOMING, NOON, cursor, 3).await(5, SECONDS);
        var last = store.list(EventPhase.UPCOMING, NOON, second.next(), 3).await(5, SECONDS);

        assertThat(first.events()).extracting(CampaignEvent::slug).containsExactly("event-0", "event-1", "event-2");
        assertThat(second.events()).extracting(CampaignEvent::slug).containsExactly("event-3", "event-4", "event-5");
        assertThat(last.events()).extracting(CampaignEvent::slug).containsExactly("event-6");
        assertThat(last.next()).isNull();
    }

    @Test
    void a_cancellation_is_told_to_both_audiences() throws Exception {
        var event = TestEvents.create(pool, event("rivers", NOON, EventStatus.PUBLISHED, false));

        var move = store.setStatus(event.eventId(), EventStatus.CANCELLED).await(5, SECONDS);
        var again = store.setStatus(event.eventId(), EventStatus.CANCELLED).await(5, SECONDS);

        assertThat(move.organizers().seq()).isEqualTo(1);
        assertThat(move.publicFeed().seq()).isEqualTo(1);
        assertThat(again).isEqualTo(move);
        var snapshot = new FeedStore(pool)
                .snapshot(new Feed(event.eventId(), FeedAudience.PUBLIC))
                .await(5, SECONDS);
        assertThat(snapshot.getJsonObject("state").getJsonArray("status").getString(0))
                .isEqualTo("cancelled");
    }

    private void create(String slug, Instant startsAt, EventStatus status, boolean test) throws Exception {
        assertThat(store.create(event(slug, startsAt, status, test)).await(5, SECONDS))
                .isPresent();
    }

    private List<String> slugs(EventPhase phase) throws Exception {
        return store.list(phase, NOON, null, 10).await(5, SECONDS).events().stream()
                .map(CampaignEvent::slug)
                .toList();
    }

    /** An hour long. */
    private static NewEvent event(String slug, Instant startsAt, EventStatus status, boolean test) {
        return new NewEvent(
                slug,
                "Rivers",
                "",
                status,
                test,
                startsAt,
                startsAt.plus(Duration.ofHours(1)),
                ZoneId.of("UTC"),
                null,
                null,
                null,
                List.of("enwiki"),
                List.of(0),
                List.of(),
                null);
    }
}
