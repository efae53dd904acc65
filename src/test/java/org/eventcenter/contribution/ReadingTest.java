package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eventcenter.account.AccountStore;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.registration.AccountsInEvents;
import org.eventcenter.registration.RegistrationStore;
import org.eventcenter.stream.FakeEventStream;
import org.eventcenter.stream.TestSql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the bytes of the stream to rows and totals, with everything real but the wiki. */
@ExtendWith(VertxExtension.class)
class ReadingTest {
    private static final long ADA = 9_000_000_001L;
    private static final long BEN = 9_000_000_002L;
    private static final long STRANGER = 9_000_000_003L;
    private static final String EDITS = "eqiad.mediawiki.page_change.v1";
    private static final String TAGS = "eqiad.mediawiki.revision-tags-change";

    private TestDatabase tables;
    private TestCampaign campaign;
    private TestSql sql;
    private FakeEventStream stream;
    private ReaderNode node;
    private Instant takenAt;
    private long event;
    private long ada;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        tables = TestPostgres.createWithAllTables();
        campaign = new TestCampaign(tables);
        sql = campaign.sql;
        takenAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
        event = campaign.event("rivers");
        ada = campaign.account(ADA, "Ada Example");
        campaign.join(event, ada, false);
        stream = FakeEventStream.start(vertx);
        node = ReaderNode.start("first", tables, TestCampaign.reading(stream.url()));
    }

    @AfterEach
    void close() throws Exception {
        node.stop();
    }

    @Test
    void an_edit_of_a_participant_counts_once_however_often_it_is_told() throws Exception {
        stream.append(edit("frwiki", 1, ADA, 0));
        stream.append(edit("frwiki", 1, ADA, 0));
        stream.append(edit("frwiki", 2, STRANGER, 1));
        stream.append(edit("dewiki", 3, ADA, 2));
        stream.endConnections();
        stream.append(edit("frwiki", 1, ADA, 3));
        stream.append(edit("frwiki", 4, ADA, 4));

        untilRow(event, 4);

        assertThat(rows(event)).isEqualTo("1 null,4 null");
        assertThat(totals(event)).isEqualTo("2 2");
        assertThat(sql.number("select max(last_seq) from feed where event_id = " + event + " and audience = 1"))
                .isEqualTo(3);
    }

    @Test
    void an_edit_goes_to_every_event_of_its_author_and_a_private_one_to_no_public_total() throws Exception {
        var second = campaign.event("lakes");
        campaign.join(second, ada, true);
        node.contribution.joined(second, List.of(ada)).await(5, SECONDS);

        stream.append(edit("frwiki", 1, ADA, 0));
        untilRow(event, 1);
        untilRow(second, 1);

        assertThat(totals(event)).isEqualTo("1 1");
        assertThat(totals(second)).isEqualTo("1 0");
    }

    @Test
    void who_joins_at_this_node_is_looked_for_when_they_are_answered() throws Exception {
        var ben = campaign.account(BEN, "Ben Example");
        campaign.join(event, ben, false);
        node.contribution.joined(event, List.of(ben)).await(5, SECONDS);
        assertThat(node.contribution.interest().knowsAccount(BEN)).isTrue();

        stream.append(edit("frwiki", 1, BEN, 0));

        untilRow(event, 1);
    }

    /** The position is past these edits when this node hears of their authors. */
    @Test
    void who_joins_at_another_node_loses_no_edit() throws Exception {
        var other = ReaderNode.start("second", tables, TestCampaign.reading(stream.url()));
        for (int i = 1; i <= 20; i++) {
            var newcomer = campaign.account(STRANGER + i, "Newcomer " + i);
            campaign.join(event, newcomer, false);
            other.contribution.joined(event, List.of(newcomer)).await(5, SECONDS);
            stream.append(edit("frwiki", i, STRANGER + i, i));
        }

        sql.until("20 = (select count(*) from contribution)");

        assertThat(totals(event)).isEqualTo("20 20");
        untilPosition(takenAt.plusMillis(20));
        assertThat(node.stream.figures().foundLater().sum()).isPositive();
        other.stop();
    }

    @Test
    void an_event_that_another_node_opened_loses_nothing_of_those_who_are_known_nor_what_was_reverted()
            throws Exception {
        var second = campaign.eventOf("lakes", "dewiki");
        campaign.join(second, ada, false);
        stream.append(edit("dewiki", 1, ADA, 0));
        stream.append(WikiHistory.tags("dewiki", 1, true, takenAt.plusMillis(1)));
        stream.append(edit("dewiki", 2, ADA, 2));

        untilRow(second, 1);
        untilRow(second, 2);

        sql.until("exists (select from contribution where reason = 'reverted')");
        assertThat(rows(second)).isEqualTo("1 reverted,2 null");
    }

    @Test
    void an_account_known_by_name_alone_is_found_by_its_name() throws Exception {
        var ben = campaign.account(0, "Ben Example");
        campaign.join(event, ben, false);
        node.contribution.joined(event, List.of(ben)).await(5, SECONDS);

        stream.append(edit("frwiki", 1, BEN, 0, "Ben Example"));
        stream.append(edit("frwiki", 2, STRANGER, 1, "Ada Example"));
        stream.append(edit("frwiki", 3, ADA, 2, "Ada Renamed"));

        untilRow(event, 3);
        assertThat(rows(event)).isEqualTo("1 null,3 null");
    }

    @Test
    void a_revert_takes_an_edit_away_and_its_undoing_brings_it_back() throws Exception {
        stream.append(edit("frwiki", 1, ADA, 0));
        untilRow(event, 1);

        stream.append(tags(1, true, 1));
        sql.until("exists (select from contribution where reason = 'reverted')");
        assertThat(totals(event)).isEqualTo("0 0");

        stream.append(tags(1, false, 2));
        sql.until("exists (select from contribution where counts)");
        assertThat(totals(event)).isEqualTo("1 1");
    }

    @Test
    void a_revert_that_comes_before_its_edit_is_not_forgotten() throws Exception {
        stream.append(tags(1, true, 0));
        stream.append(tags(2, true, 0));
        stream.append(tags(2, false, 1));
        sql.until("2 = (select count(*) from mark)");

        stream.append(edit("frwiki", 1, ADA, 2));
        stream.append(edit("frwiki", 2, ADA, 3));

        untilRow(event, 2);
        assertThat(rows(event)).isEqualTo("1 reverted,2 null");
    }

    @Test
    void a_revert_that_comes_while_its_edit_is_being_written_reaches_it() throws Exception {
        try (var blocker = tables.jdbc().getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("select from registration where account_id = " + ada + " for update");
            stream.append(edit("frwiki", 1, ADA, 0));
            sql.until("exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and query like '%contribution_store%' and datname = current_database())");
            stream.append(tags(1, true, 1));
            sql.until("exists (select from mark where value)");
            blocker.rollback();
        }

        untilRow(event, 1);
        sql.until("exists (select from stream_position where topic = '" + TAGS + "' and at = '" + takenAt.plusMillis(1)
                + "')");
        assertThat(rows(event)).isEqualTo("1 reverted");
        assertThat(totals(event)).isEqualTo("0 0");
    }

    @Test
    void events_that_share_a_millisecond_or_step_back_in_time_are_all_read() throws Exception {
        for (int revId = 1; revId <= 50; revId++) {
            stream.append(edit("frwiki", revId, ADA, revId % 3 == 0 ? -1 : 0));
            if (revId % 10 == 0) {
                stream.endConnections();
            }
        }

        sql.until("50 = (select count(*) from contribution)");
        assertThat(totals(event)).isEqualTo("50 50");
    }

    @Test
    void a_row_that_the_database_refuses_is_put_aside_and_the_others_are_kept() throws Exception {
        for (int revId = 1; revId <= 20; revId++) {
            var told = edit("frwiki", revId, ADA, revId);
            if (revId == 7 || revId == 12) {
                told.getJsonObject("page").put("page_title", "A\u0000" + revId);
            }
            stream.append(told);
        }

        sql.until("2 = (select count(*) from quarantine)");
        sql.until("18 = (select count(*) from contribution)");
        untilPosition(takenAt.plusMillis(20));
        assertThat(sql.text("select string_agg(sqlstate || ' ' || event_id, ',') from quarantine"))
                .isEqualTo("22021 " + event + ",22021 " + event);
    }

    @Test
    void what_a_bot_did_and_what_only_moved_a_page_is_kept_with_its_reason() throws Exception {
        var byBot = edit("frwiki", 1, ADA, 0);
        byBot.getJsonObject("revision").getJsonObject("editor").put("is_bot", true);
        stream.append(byBot);
        stream.append(edit("frwiki", 2, ADA, 1).put("page_change_kind", "move"));
        stream.append(edit("frwiki", 3, ADA, 2).put("page_change_kind", "create"));

        untilRow(event, 3);

        assertThat(rows(event)).isEqualTo("1 bot,2 move,3 null");
        assertThat(sql.number("select max(created) from feed")).isEqualTo(1);
    }

    @Test
    void recentchange_tells_the_same_by_names_and_titles() throws Exception {
        node.stop();
        node = ReaderNode.start("first", tables, TestCampaign.readingRecentChange(stream.url()));
        for (int revId = 1; revId <= 6; revId++) {
            var name = revId % 3 == 0 ? "Somebody else" : "Ada Example";
            stream.append(WikiHistory.recentEdit("frwiki", revId, name, campaign.startsAt, takenAt.plusMillis(revId)));
        }

        untilRow(event, 5);

        assertThat(rows(event)).isEqualTo("1 null,2 null,4 null,5 null");
        assertThat(sql.text("select articles || ' ' || bytes_added from feed where event_id = " + event
                        + " and audience = 1"))
                .isEqualTo("2 20");
    }

    @Test
    void a_name_counts_for_whoever_bears_it_now() throws Exception {
        node.stop();
        node = ReaderNode.start("first", tables, TestCampaign.readingRecentChange(stream.url()));
        confirm(ADA, "Ada Renamed");
        long stranger = confirm(STRANGER, "Ada Example");
        node.contribution.joined(event, List.of(ada)).await(5, SECONDS);

        for (int revId = 1; rows(event).isEmpty(); revId += 2) {
            stream.append(WikiHistory.recentEdit(
                    "frwiki", revId, "Ada Example", campaign.startsAt, takenAt.plusMillis(revId)));
            stream.append(WikiHistory.recentEdit(
                    "frwiki", revId + 1, "Ada Renamed", campaign.startsAt, takenAt.plusMillis(revId + 1)));
            sql.execute("select pg_sleep(0.05)");
        }
        campaign.join(event, stranger, false);
        node.contribution.joined(event, List.of(stranger)).await(5, SECONDS);
        stream.append(
                WikiHistory.recentEdit("frwiki", 9_001, "Ada Example", campaign.startsAt, takenAt.plusSeconds(60)));
        untilRow(event, 9_001);

        assertThat(sql.number("select account_id from contribution where rev_id = 9001"))
                .isEqualTo(stranger);
        assertThat(sql.number("select max(rev_id % 2) from contribution where account_id = " + ada))
                .isZero();
    }

    /** The account of somebody whom the wiki calls so now; the lines of events follow. */
    @CanIgnoreReturnValue
    private long confirm(long centralId, String name) throws Exception {
        var names = new AccountsInEvents(new RegistrationStore(node.database.fast(), node.database.slow()), move -> {});
        var accounts = new AccountStore(node.database.fast(), names);
        return accounts.confirmed(centralId, name).await(5, SECONDS).accountId();
    }

    @Test
    void a_scope_that_changed_meanwhile_is_asked_for_again() throws Exception {
        sql.execute("select event_scope(" + event + ")");

        stream.append(edit("frwiki", 1, ADA, 0));

        untilRow(event, 1);
    }

    @Test
    void one_events_trouble_holds_back_that_event_and_the_position_only() throws Exception {
        var second = campaign.event("lakes");
        var ben = campaign.account(BEN, "Ben Example");
        campaign.join(second, ben, false);
        node.contribution.joined(second, List.of(ben)).await(5, SECONDS);
        stream.append(edit("frwiki", 1, ADA, 0));
        untilRow(event, 1);
        untilPosition(takenAt);

        try (var blocker = tables.jdbc().getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("select from feed where event_id = " + event + " for update");
            stream.append(edit("frwiki", 2, ADA, 1));
            for (int revId = 10; revId < 300; revId++) {
                stream.append(edit("frwiki", revId, BEN, revId));
            }
            stream.append(WikiHistory.canary("codfw.mediawiki.page_change.v1", takenAt.plusSeconds(50)));
            sql.until("290 = (select count(*) from contribution where event_id = " + second + ")");
            sql.until("exists (select from stream_position where topic = 'codfw.mediawiki.page_change.v1' and at = '"
                    + takenAt.plusSeconds(50) + "')");

            assertThat(sql.text("select at = '" + takenAt + "' from stream_position where topic = '" + EDITS + "'"))
                    .isEqualTo("t");
            blocker.rollback();
        }

        untilRow(event, 2);
        untilPosition(takenAt.plusMillis(299));
    }

    @Test
    void when_too_much_waits_the_stream_is_paused_and_nothing_is_lost() throws Exception {
        node.stop();
        node = ReaderNode.start("first", tables, TestCampaign.reading(stream.url(), 20_000));
        for (int revId = 1; revId <= 3_000; revId++) {
            stream.append(edit("frwiki", revId, ADA, revId));
        }

        sql.until("3000 = (select count(*) from contribution)");
        untilPosition(takenAt.plusMillis(3_000));
        assertThat(totals(event)).isEqualTo("3000 3000");
    }

    @Test
    void a_row_that_fits_into_no_index_is_put_aside_at_once() throws Exception {
        sql.execute("""
                create function too_long() returns trigger language plpgsql as $$ begin
                    if new.rev_id = 7 then raise exception 'too long' using errcode = '54000'; end if;
                    return new;
                end $$""");
        sql.execute("create trigger too_long before insert on contribution for each row execute function too_long()");
        for (int revId = 1; revId <= 20; revId++) {
            stream.append(edit("frwiki", revId, ADA, revId));
        }

        sql.until("exists (select from quarantine where sqlstate = '54000')");
        sql.until("19 = (select count(*) from contribution)");
        untilPosition(takenAt.plusMillis(20));
    }

    @Test
    void a_row_that_fails_for_long_and_nobody_knows_why_is_put_aside_and_the_others_are_kept() throws Exception {
        restart(64_000_000, Duration.ofMillis(300), Duration.ofMinutes(1));
        sql.execute("""
                create function strange() returns trigger language plpgsql as $$ begin
                    if new.rev_id = 7 then raise exception 'nobody knows' using errcode = 'XX000'; end if;
                    return new;
                end $$""");
        sql.execute("create trigger strange before insert on contribution for each row execute function strange()");
        for (int revId = 1; revId <= 20; revId++) {
            stream.append(edit("frwiki", revId, ADA, revId));
        }

        sql.until("19 = (select count(*) from contribution)");
        sql.until("exists (select from quarantine where sqlstate = 'XX000')");
        untilPosition(takenAt.plusMillis(20));
        assertThat(sql.number("select count(*) from quarantine")).isEqualTo(1);
    }

    @Test
    void an_event_that_cannot_be_written_is_given_up_and_marked_before_others_wait_for_it() throws Exception {
        restart(40_000, Duration.ofMinutes(5), Duration.ofMillis(1));
        var second = campaign.event("lakes");
        var ben = campaign.account(BEN, "Ben Example");
        campaign.join(second, ben, false);
        node.contribution.joined(second, List.of(ben)).await(5, SECONDS);

        try (var blocker = tables.jdbc().getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("select from feed where event_id = " + event + " for update");
            for (int revId = 1; revId <= 180; revId++) {
                stream.append(edit("frwiki", revId, ADA, revId));
            }
            stream.append(edit("frwiki", 1_000, BEN, 181));

            untilRow(second, 1_000);
            sql.until("exists (select from recording_gap where event_id = " + event + ")");
            blocker.rollback();
        }

        sql.until("from_at <= '%s' and to_at >= '%s' from recording_gap"
                .formatted(takenAt.plusMillis(1), takenAt.plusMillis(2)));
        untilPosition(takenAt.plusMillis(181));
    }

    private void restart(long waitingBytes, Duration rowPatience, Duration eventPatience) throws Exception {
        node.stop();
        node = ReaderNode.start(
                "first",
                tables,
                TestCampaign.reading(stream.url(), waitingBytes),
                RecorderConfig.usual(waitingBytes).withPatience(rowPatience, eventPatience));
    }

    @Test
    void calls_whose_outcome_is_lost_are_made_again_and_count_once() throws Exception {
        for (int revId = 1; revId <= 500; revId++) {
            stream.append(edit("frwiki", revId, ADA, revId));
            stream.append(tags(revId, revId % 2 == 0, 1_000 + revId));
            if (revId % 50 == 0) {
                campaign.cutConnections();
            }
        }

        sql.until("500 = (select count(*) from contribution)");
        sql.until("250 = (select count(*) from contribution where counts)");
        assertThat(totals(event)).isEqualTo("250 250");
    }

    @Test
    void nothing_is_recorded_for_a_final_event() throws Exception {
        var second = campaign.event("lakes");
        campaign.join(second, ada, false);
        node.contribution.joined(second, List.of(ada)).await(5, SECONDS);
        sql.execute("update event set final_at = clock_timestamp() where event_id = " + event);

        int millis = 0;
        String before;
        do {
            sql.execute("select pg_sleep(0.3)");
            before = rows(event);
            stream.append(edit("frwiki", ++millis, ADA, millis));
            untilRow(second, millis);
        } while (!rows(event).equals(before));
        stream.append(edit("frwiki", 5_000, ADA, 5_000));
        untilRow(second, 5_000);

        assertThat(rows(event)).doesNotContain("5000");
    }

    @Test
    void another_node_goes_on_when_the_reader_is_frozen_and_the_woken_one_changes_nothing() throws Exception {
        var second = ReaderNode.start("second", tables, TestCampaign.reading(stream.url()));
        stream.append(edit("frwiki", 1, ADA, 0));
        untilRow(event, 1);
        var frozen = new CountDownLatch(1);
        var thaw = new CountDownLatch(1);
        var thawed = new CountDownLatch(1);
        node.vertx.runOnContext(freeze -> {
            frozen.countDown();
            try {
                assertThat(thaw.await(30, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            thawed.countDown();
        });
        assertThat(frozen.await(5, SECONDS)).isTrue();

        stream.append(edit("frwiki", 2, ADA, 1));
        untilRow(event, 2);
        assertThat(sql.text("select holder from lease")).isEqualTo("second");

        thaw.countDown();
        assertThat(thawed.await(5, SECONDS)).isTrue();
        stream.append(edit("frwiki", 3, ADA, 2));
        untilRow(event, 3);
        assertThat(totals(event)).isEqualTo("3 3");

        second.stop();
        stream.append(edit("frwiki", 4, ADA, 3));
        untilRow(event, 4);
        assertThat(sql.text("select holder from lease")).isEqualTo("first");
        assertThat(totals(event)).isEqualTo("4 4");
    }

    private JsonObject edit(String wiki, long revId, long centralId, int millis) {
        return edit(wiki, revId, centralId, millis, "Somebody " + centralId);
    }

    private JsonObject edit(String wiki, long revId, long centralId, int millis, String name) {
        return WikiHistory.edit(
                wiki, revId, centralId, name, campaign.startsAt.plusSeconds(60), takenAt.plusMillis(millis));
    }

    private JsonObject tags(long revId, boolean reverted, int millis) {
        return WikiHistory.tags("frwiki", revId, reverted, takenAt.plusMillis(millis));
    }

    private void untilRow(long inEvent, long revId) throws SQLException {
        sql.until("exists (select from contribution where event_id = " + inEvent + " and rev_id = " + revId + ")");
    }

    private void untilPosition(Instant at) throws SQLException {
        sql.until("exists (select from stream_position where topic = '" + EDITS + "' and at = '" + at + "')");
    }

    /** Revision and reason of each row. */
    private String rows(long ofEvent) throws SQLException {
        return String.valueOf(sql.text(
                "select coalesce(string_agg(rev_id || ' ' || coalesce(reason, 'null'), ',' order by rev_id), '')"
                        + " from contribution where event_id = " + ofEvent));
    }

    /** Edits that count, for the organizers and for the public. */
    private String totals(long ofEvent) throws SQLException {
        return String.valueOf(sql.text(
                "select string_agg(edits::text, ' ' order by audience) from feed where event_id = " + ofEvent));
    }
}
