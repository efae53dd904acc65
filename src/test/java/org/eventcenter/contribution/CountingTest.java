package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedStore;
import org.eventcenter.feed.FeedToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the SQL functions promise about single stories; the model test tries them all at once. */
@ExtendWith(VertxExtension.class)
class CountingTest {
    private Pool pool;
    private long event;
    private long person;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        pool = PgBuilder.pool()
                .connectingTo(TestPostgres.createWithAllTables().url())
                .using(vertx)
                .build();
        event = TestEvents.create(pool, TestEvents.draft("rivers", null)).eventId();
        person = TestEvents.people(pool, 1).get(0);
        sql("select lease_take('stream', 'test', 600)");
    }

    @AfterEach
    void close() throws Exception {
        pool.close().await(5, SECONDS);
    }

    @Test
    void a_private_person_leaves_the_public_row_the_same_version() throws Exception {
        var before = publicRow();

        join(true);
        record(70, "7", "5");
        revert(70, true);
        revert(70, false);
        sql("select registration_name_public(%d, %d, false)", event, person);
        sql("select registration_take_back(%d, %d, 'cancelled')", event, person);
        join(true);

        assertThat(publicRow()).isEqualTo(before);
        assertThat(total(1, "edits")).isEqualTo(1);
    }

    @Test
    void an_edit_seen_twice_is_counted_once_and_moves_no_number() throws Exception {
        join(false);
        record(70, "7", "5");
        var head = head(1);

        record(70, "7", "5");

        assertThat(total(2, "edits")).isEqualTo(1);
        assertThat(head(1)).isEqualTo(head);
    }

    @Test
    void a_revert_that_is_told_before_its_edit_is_found_at_the_insert() throws Exception {
        join(false);
        revert(70, true);

        record(70, "7", "5");

        assertThat(total(1, "edits")).isZero();
        assertThat(text("select reason from contribution")).isEqualTo("reverted");
    }

    @Test
    void a_page_and_a_size_that_come_later_relabel_the_page_and_count_the_bytes() throws Exception {
        join(false);
        record(70, "null", "null");
        record(71, "9", "1");

        record(70, "9", "44");

        assertThat(total(2, "articles")).isEqualTo(1);
        assertThat(total(2, "bytes_added")).isEqualTo(45);
    }

    @Test
    void an_edit_without_a_public_line_that_is_reverted_is_told_as_a_recount() throws Exception {
        join(false);
        record(70, "7", "5");
        sql("select registration_take_back(%d, %d, 'private')", event, person);
        sql("select registration_go_public(%d, %d, true)", event, person);
        var before = head(2);

        revert(70, true);

        var frame = after(2, before);
        assertThat(kinds(frame)).containsExactly("recounted");
        assertThat(frame.getJsonObject("totals").getInteger("edits")).isZero();
        assertThat(frame.getJsonArray("edits")).isEmpty();
    }

    @Test
    void a_revert_and_a_take_back_in_one_frame_bring_the_minutes_whole() throws Exception {
        join(false);
        record(70, "7", "5");
        var before = head(2);

        revert(70, true);
        sql("select registration_take_back(%d, %d, 'private')", event, person);

        var frame = after(2, before);
        assertThat(kinds(frame)).containsExactly("withdrawn");
        assertThat(frame.getBoolean("whole")).isTrue();
        assertThat(frame.getJsonArray("minutes")).isEmpty();
    }

    @Test
    void giving_up_the_consent_to_the_name_renews_the_reference() throws Exception {
        join(false);
        var reference = text("select public_ref from registration");
        var before = head(2);

        sql("select registration_name_public(%d, %d, false)", event, person);

        var frame = after(2, before);
        var renewed = frame.getJsonArray("entries").getJsonObject(1);
        assertThat(kinds(frame)).containsExactly("withdrawn", "joined");
        assertThat(frame.getJsonArray("entries").getJsonObject(0).getString("ref"))
                .isEqualTo(reference);
        assertThat(renewed.getString("ref")).isNotEqualTo(reference);
        assertThat(renewed.getString("name")).isNull();
    }

    @Test
    void a_snapshot_and_a_catch_up_stay_below_32_KiB_whatever_people_and_pages_are_called() throws Exception {
        sql("update account set name = repeat('ß', 127) || account_id");
        join(false);
        var before = head(2);
        for (int revision = 1; revision <= 120; revision++) {
            record(revision, "7", "5", "repeat('\"', 255)");
        }

        var frame = after(2, before);

        assertThat(frame.getString("type")).isEqualTo("snapshot");
        assertThat(frame.encode().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(15_000, 32_768);
    }

    @Test
    void an_edit_an_hour_outside_of_the_window_is_kept_with_its_reason_and_one_further_out_is_not() throws Exception {
        join(false);

        record(70, "7", "5", "'T'", "(select ends_at from event)");
        record(71, "7", "5", "'T'", "(select starts_at from event) - interval '1 second'");
        record(72, "7", "5", "'T'", "(select ends_at from event) + interval '1 hour'");

        assertThat(text("select string_agg(rev_id || reason, ' ' order by rev_id) from contribution"))
                .isEqualTo("70after 71before");
    }

    @Test
    void another_isolation_than_read_committed_is_refused() {
        assertThatThrownBy(() -> pool.withTransaction(connection -> connection
                                .query("set transaction isolation level repeatable read")
                                .execute()
                                .compose(set -> connection
                                        .query("select event_lock(" + event + ")")
                                        .execute()))
                        .await(5, SECONDS))
                .isInstanceOfSatisfying(
                        PgException.class,
                        refused -> assertThat(refused.getSqlState()).isEqualTo("EC003"));
    }

    @Test
    void calls_for_another_lease_scope_or_event_are_refused_by_name() {
        assertThat(
                        refusal(
                                "select contribution_record(9, %d, 1, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"))
                .isEqualTo("EC001");
        assertThat(
                        refusal(
                                "select contribution_record(1, %d, 9, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"))
                .isEqualTo("EC002");
        assertThat(refusal("select registration_take_back(1%d, 1, 'private')")).isEqualTo("EC404");
    }

    private String refusal(String text) {
        try {
            sql("%s", text.formatted(event));
            return "none";
        } catch (Exception e) {
            return ((PgException) e).getSqlState();
        }
    }

    private void join(boolean isPrivate) throws Exception {
        sql(
                "select registration_join(%d, '{%s}', '{%d}', '{%s}', '{true}', '{false}', '{AA}', '{BB}', '{CC}')",
                event, UUID.randomUUID(), person, isPrivate);
    }

    private void record(long revision, String page, String delta) throws Exception {
        record(revision, page, delta, "'T'");
    }

    private void record(long revision, String page, String delta, String title) throws Exception {
        record(revision, page, delta, title, "now()");
    }

    private void record(long revision, String page, String delta, String title, String at) throws Exception {
        sql("""
                select contribution_record(1, %d, 1, array[%d::bigint], '{enwiki}', array[%d::bigint],
                    array[%s]::bigint[], '{0}', array[%s], '{edit}', '{false}', array[%s]::int[], array[%s], '{true}')""", event, person, revision, page, title, delta, at);
    }

    private void revert(long revision, boolean value) throws Exception {
        sql("""
                select contribution_mark(1, '{enwiki}', array[%1$d::bigint], array[%2$s], array[clock_timestamp()]);
                select contribution_fact(1, %3$d, '{enwiki}', array[%1$d::bigint], array[%2$s], array[clock_timestamp()])""", revision, value, event);
    }

    private JsonObject after(int audience, FeedToken token) throws Exception {
        return new FeedStore(pool)
                .after(new Feed(event, FeedAudience.of(audience)), token)
                .await(5, SECONDS);
    }

    private static List<String> kinds(JsonObject frame) {
        return frame.getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getString("kind"))
                .toList();
    }

    private FeedToken head(int audience) throws Exception {
        return FeedToken.parse(text("select epoch || '-' || last_seq from feed where audience = " + audience))
                .orElseThrow();
    }

    private long total(int audience, String name) throws Exception {
        return Long.parseLong(text("select " + name + "::text from feed where audience = " + audience));
    }

    private String publicRow() throws Exception {
        return text("select xmin::text || feed::text from feed where audience = 2");
    }

    private String text(String query) throws Exception {
        var row = pool.query(query).execute().await(5, SECONDS).iterator().next();
        return row.getString(0);
    }

    @FormatMethod
    private void sql(String text, Object... values) throws Exception {
        var done = pool.query(text.formatted(values)).execute().await(5, SECONDS);
        assertThat(done.rowCount()).isNotNegative();
    }
}
