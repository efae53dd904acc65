package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgException;
import java.util.List;
import org.eventcenter.contribution.CountedEvent.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the SQL functions promise about single stories; the model test tries them all at once. */
@ExtendWith(VertxExtension.class)
class CountingTest {
    private CountedEvent counted;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        counted = new CountedEvent(vertx);
    }

    @AfterEach
    void close() throws Exception {
        counted.close();
    }

    @Test
    void an_edit_seen_twice_is_counted_once_and_moves_no_number() throws Exception {
        counted.join(false);
        counted.record(70, "7", "5");
        var head = counted.head(1);

        counted.record(70, "7", "5");

        assertThat(counted.total(2, "edits")).isEqualTo(1);
        assertThat(counted.head(1)).isEqualTo(head);
    }

    @Test
    void a_new_redirect_is_no_article_and_an_edit_that_makes_one_counts() throws Exception {
        counted.join(false);

        counted.record(70, new Facts("create", 0, "true", "null"));
        counted.record(71, new Facts("create", 0, "false", "null"));
        counted.record(72, new Facts("create", 0, "null", "null"));
        counted.record(73, new Facts("edit", 0, "true", "false"));

        assertThat(reasons()).isEqualTo("redirect counts counts counts");
        assertThat(counted.total(2, "created")).isEqualTo(2);
    }

    @Test
    void an_edit_that_changed_nothing_does_not_count_but_a_file_that_was_uploaded_anew_does() throws Exception {
        counted.sql("update event_wiki set namespaces = '{0,6}'");
        counted.join(false);

        counted.record(70, new Facts("edit", 0, "false", "true"));
        counted.record(71, new Facts("edit", 6, "false", "true"));
        counted.record(72, new Facts("edit", 0, "false", "false"));
        counted.record(73, new Facts("move", 0, "false", "true"));

        assertThat(reasons()).isEqualTo("null_edit counts counts move");
    }

    @Test
    void a_fact_that_comes_later_is_merged_and_one_that_is_missing_overwrites_nothing() throws Exception {
        counted.join(false);
        counted.record(70, new Facts("create", 0, "null", "null"));
        counted.record(71, new Facts("edit", 0, "null", "null"));
        var before = counted.head(2);

        counted.record(70, new Facts("create", 0, "true", "null"));
        counted.record(71, new Facts("edit", 0, "null", "true"));
        counted.record(70, new Facts("create", 0, "null", "null"));
        counted.record(71, new Facts("edit", 0, "null", "null"));

        assertThat(reasons()).isEqualTo("redirect null_edit");
        assertThat(counted.total(2, "edits") + counted.total(2, "articles") + counted.total(2, "created"))
                .isZero();
        assertThat(CountedEvent.kinds(counted.after(2, before))).containsExactly("corrected", "corrected");

        counted.revert(70, true);
        counted.sql("select event_changed(%d, array[%d::bigint])", counted.event, counted.person);
        assertThat(reasons()).isEqualTo("redirect null_edit");
    }

    private String reasons() throws Exception {
        return counted.text("select string_agg(coalesce(reason, 'counts'), ' ' order by rev_id) from contribution");
    }

    @Test
    void a_page_that_is_told_by_title_and_by_id_is_one_article_whichever_came_first() throws Exception {
        counted.join(false);
        counted.record(70, "null", "1", "'Stone bridge'");
        counted.record(71, "null", "1", "'Stone bridge'");
        var before = counted.head(2);

        counted.record(72, "9", "1", "'Stone bridge'");
        counted.record(73, "null", "1", "'Stone bridge'");
        counted.record(74, "null", "1", "'Wooden bridge'");

        assertThat(counted.total(1, "articles")).isEqualTo(2);
        assertThat(counted.total(2, "articles")).isEqualTo(2);
        assertThat(counted.text("select string_agg(page_key, ' ' order by rev_id) from contribution"))
                .isEqualTo("#9 #9 #9 #9 Wooden bridge");
        assertThat(
                        counted.text(
                                "select string_agg(page_key || ' ' || edits || ' ' || edits_public, ', ' order by page_key) from event_page where edits > 0"))
                .isEqualTo("#9 4 4, Wooden bridge 1 1");
        assertThat(CountedEvent.kinds(counted.after(2, before)))
                .containsExactly("contributed", "corrected", "corrected", "contributed", "contributed");
    }

    @Test
    void pages_of_a_private_person_are_named_without_a_public_number() throws Exception {
        counted.join(true);
        counted.record(70, "null", "1", "'Stone bridge'");
        var before = counted.publicRow();

        counted.record(72, "9", "1", "'Stone bridge'");

        assertThat(counted.total(1, "articles")).isEqualTo(1);
        assertThat(counted.publicRow()).isEqualTo(before);
    }

    @Test
    void the_call_of_the_version_before_still_records() throws Exception {
        counted.join(false);

        counted.sql("""
                select contribution_record(1, %d, 1, array[%d::bigint], '{enwiki}', '{70}', '{7}', '{0}', '{T}', '{edit}',
                    '{false}', '{5}', array[now()], '{true}')""", counted.event, counted.person);

        assertThat(counted.total(2, "edits")).isEqualTo(1);
    }

    @Test
    void a_revert_that_is_told_before_its_edit_is_found_at_the_insert() throws Exception {
        counted.join(false);
        counted.revert(70, true);

        counted.record(70, "7", "5");

        assertThat(counted.total(1, "edits")).isZero();
        assertThat(counted.text("select reason from contribution")).isEqualTo("reverted");
    }

    @Test
    void of_two_facts_of_one_moment_the_one_told_later_holds() throws Exception {
        var moment = "timestamptz '2026-03-07 12:00Z'";
        counted.join(false);
        counted.record(70, "1", "10");

        counted.revert(70, true, moment);
        counted.revert(70, false, moment);
        counted.record(71, "1", "10");
        counted.revert(71, true, moment);

        assertThat(counted.text("select string_agg(coalesce(reason, 'counts'), ' ' order by rev_id) from contribution"))
                .isEqualTo("counts reverted");
        assertThat(counted.text("select string_agg(value::text, ' ' order by rev_id) from mark"))
                .isEqualTo("false true");
    }

    @Test
    void a_page_and_a_size_that_come_later_relabel_the_page_and_count_the_bytes() throws Exception {
        counted.join(false);
        counted.record(70, "null", "null");
        counted.record(71, "9", "1");

        counted.record(70, "9", "44");

        assertThat(counted.total(2, "articles")).isEqualTo(1);
        assertThat(counted.total(2, "bytes_added")).isEqualTo(45);
    }

    @Test
    void an_edit_an_hour_outside_of_the_window_is_kept_with_its_reason_and_one_further_out_is_not() throws Exception {
        counted.join(false);

        counted.record(70, "7", "5", "'T'", "(select ends_at from event)");
        counted.record(71, "7", "5", "'T'", "(select starts_at from event) - interval '1 second'");
        counted.record(72, "7", "5", "'T'", "(select ends_at from event) + interval '1 hour'");

        assertThat(counted.text("select string_agg(rev_id || reason, ' ' order by rev_id) from contribution"))
                .isEqualTo("70after 71before");
    }

    @Test
    void an_edit_of_before_the_end_that_comes_late_counts_until_the_figures_are_final() throws Exception {
        counted.join(false);
        counted.endedAgo("1 hour");
        counted.sourceReadUpTo("clock_timestamp()");
        counted.record(70, "7", "5", "'T'", "(select ends_at from event) - interval '1 second'");
        assertThat(counted.finish("2 hours")).isFalse();
        counted.record(71, "7", "5", "'T'", "(select ends_at from event) - interval '1 second'");
        assertThat(counted.finish("30 minutes")).isTrue();
        var head = counted.head(1);

        counted.record(72, "7", "5", "'T'", "(select ends_at from event) - interval '1 second'");
        counted.record(71, "7", "99", "'T'", "(select ends_at from event) - interval '1 second'");
        counted.revert(70, true);

        assertThat(counted.total(2, "edits")).isEqualTo(2);
        assertThat(counted.total(2, "bytes_added")).isEqualTo(10);
        assertThat(counted.head(1)).isEqualTo(head);
    }

    @Test
    void figures_are_not_final_before_the_source_was_read_past_the_end() throws Exception {
        counted.endedAgo("3 hours");
        assertThat(counted.finish("2 hours")).isFalse();

        counted.sourceReadUpTo("(select ends_at from event) - interval '1 second'");
        assertThat(counted.finish("2 hours")).isFalse();

        counted.sourceReadUpTo("(select ends_at from event)");
        assertThat(counted.finish("2 hours")).isTrue();
        assertThat(counted.finish("2 hours")).isFalse();
    }

    @Test
    void an_event_that_was_created_after_its_end_waits_from_its_creation_on() throws Exception {
        counted.endedAgo("9 hours");
        counted.sourceReadUpTo("clock_timestamp()");
        counted.sql("update event set created_at = clock_timestamp() - interval '1 hour'");

        assertThat(counted.finish("2 hours")).isFalse();
        assertThat(counted.finish("30 minutes")).isTrue();
    }

    @Test
    void that_figures_are_final_is_an_entry_of_both_feeds_and_part_of_the_state() throws Exception {
        counted.endedAgo("3 hours");
        counted.sourceReadUpTo("clock_timestamp()");
        var heads = List.of(counted.head(1), counted.head(2));
        assertThat(counted.status(2).getString(2)).isNull();

        assertThat(counted.finish("2 hours")).isTrue();

        for (int audience = 1; audience <= 2; audience++) {
            var frame = counted.after(audience, heads.get(audience - 1));
            assertThat(CountedEvent.kinds(frame)).containsExactly("event");
            assertThat(frame.getJsonArray("status")).isEqualTo(counted.status(audience));
            assertThat(counted.status(audience).getString(2)).isNotNull();
        }
    }

    @Test
    void who_leaves_or_hides_after_the_end_takes_the_edits_out_of_final_figures() throws Exception {
        counted.join(false);
        counted.endedAgo("3 hours");
        counted.record(70, "7", "5", "'T'", "(select ends_at from event) - interval '1 hour'");
        counted.sourceReadUpTo("clock_timestamp()");
        assertThat(counted.finish("2 hours")).isTrue();

        counted.sql("select registration_take_back(%d, %d, 'private')", counted.event, counted.person);
        assertThat(List.of(counted.total(1, "edits"), counted.total(2, "edits")))
                .containsExactly(1L, 0L);

        counted.sql("select registration_take_back(%d, %d, 'cancelled')", counted.event, counted.person);
        assertThat(counted.total(1, "edits")).isZero();
    }

    @Test
    void lines_of_a_merged_account_name_the_other_one_from_a_number_on_even_if_no_figure_moves() throws Exception {
        counted.join(false);
        counted.record(70, "7", "5");
        counted.sql("select registration_take_back(%d, %d, 'cancelled')", counted.event, counted.person);
        counted.sql("insert into account (central_id, name, canonical_name) values (501, 'Nora', 'Nora')");
        counted.sql("update account set central_id = null where account_id = %d", counted.person);
        var head = counted.head(1);

        counted.sql(
                "select account_merge(%d, (select account_id from account where central_id = 501))", counted.person);
        counted.sql("select registration_merge(%d, %d)", counted.event, counted.person);

        assertThat(CountedEvent.kinds(counted.after(1, head))).containsExactly("recounted", "renamed");
        assertThat(counted.after(1, head).getJsonArray("edits").getJsonObject(0).getString("name"))
                .isEqualTo("Nora");
        assertThat(counted.total(1, "edits")).isZero();
    }

    @Test
    void nothing_is_counted_for_an_event_that_was_cancelled() throws Exception {
        counted.join(false);
        counted.record(70, "7", "5");
        counted.sql("select event_status(%d, 'cancelled')", counted.event);

        counted.record(71, "7", "5");
        counted.revert(70, true);

        assertThat(counted.total(1, "edits")).isEqualTo(1);
    }

    @Test
    void another_isolation_than_read_committed_is_refused() {
        assertThatThrownBy(() -> counted.pool
                        .withTransaction(connection -> connection
                                .query("set transaction isolation level repeatable read")
                                .execute()
                                .compose(set -> connection
                                        .query("select event_lock(" + counted.event + ")")
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
                                "select contribution_store(9, %d, 1, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"))
                .isEqualTo("EC001");
        assertThat(
                        refusal(
                                "select contribution_store(1, %d, 9, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"))
                .isEqualTo("EC002");
        assertThat(refusal("select registration_take_back(1%d, 1, 'private')")).isEqualTo("EC404");
    }

    private String refusal(String text) {
        try {
            counted.sql("%s", text.formatted(counted.event));
            return "none";
        } catch (Exception e) {
            return ((PgException) e).getSqlState();
        }
    }
}
