package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.feed.Feed;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.feed.FeedToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nora came in under a name that only this hub knew; later the wiki says that she is number 501. She has one place. */
@Timeout(60)
@ExtendWith(VertxExtension.class)
class MergedAccountsTest {
    private ParticipantSite hub;
    private Account local;
    private Account nora;
    private long event;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        local = hub.accounts.local("Nora").await(5, SECONDS);
        nora = hub.person(501, "Nora Reed");
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null)).eventId();
    }

    @Test
    void the_place_she_had_is_hers_with_its_code_and_shows_the_name_of_the_wiki() throws Exception {
        join(local, false, true);
        var code = hub.own(event, local).code();
        var before = snapshot(FeedAudience.PUBLIC);

        merge();

        assertThat(hub.isRegistered(event, local)).isFalse();
        assertThat(hub.own(event, nora).code()).isEqualTo(code);
        assertThat(hub.own(event, nora).status()).isEqualTo(RegistrationStatus.ACCEPTED);
        assertThat(kinds(FeedAudience.PUBLIC, before)).containsExactly("withdrawn", "joined");
        assertThat(totals(FeedAudience.PUBLIC))
                .isEqualTo(before.getJsonObject("state").getJsonObject("totals"));
        assertThat(hub.publicFeed(event)).contains("Nora Reed").doesNotContain("\"Nora\"");
    }

    @Test
    void of_two_places_the_older_one_stays_with_its_code_and_one_person_is_counted() throws Exception {
        join(local, false, true);
        join(nora, false, true);
        var code = hub.own(event, local).code();
        var before = snapshot(FeedAudience.ORGANIZERS);

        merge();

        assertThat(hub.own(event, nora).code()).isEqualTo(code);
        assertThat(hub.isRegistered(event, local)).isFalse();
        assertThat(totals(FeedAudience.ORGANIZERS).getInteger("participants")).isEqualTo(1);
        assertThat(totals(FeedAudience.PUBLIC).getInteger("participants")).isEqualTo(1);
        assertThat(kinds(FeedAudience.ORGANIZERS, before)).containsExactly("left", "renamed");
    }

    @Test
    void the_older_place_may_be_that_of_the_wikis_account() throws Exception {
        join(nora, false, true);
        join(local, false, true);
        var code = hub.own(event, nora).code();

        merge();

        assertThat(hub.own(event, nora).code()).isEqualTo(code);
        assertThat(totals(FeedAudience.PUBLIC).getInteger("participants")).isEqualTo(1);
    }

    @Test
    void who_was_private_in_either_place_is_private() throws Exception {
        for (var localIsPrivate : List.of(true, false)) {
            start(hub.vertx);
            join(local, localIsPrivate, true);
            join(nora, !localIsPrivate, true);

            merge();

            assertThat(hub.own(event, nora).isPrivate()).isTrue();
            assertThat(totals(FeedAudience.PUBLIC).getInteger("participants")).isZero();
            assertThat(hub.publicFeed(event)).doesNotContain("Nora");
        }
    }

    @Test
    void the_name_is_shown_only_where_both_agreed() throws Exception {
        join(local, false, true);
        join(nora, false, false);

        merge();

        assertThat(totals(FeedAudience.PUBLIC).getInteger("participants")).isEqualTo(1);
        assertThat(hub.publicFeed(event)).doesNotContain("Nora");
    }

    @Test
    void who_is_in_under_one_of_the_names_is_in() throws Exception {
        join(local, false, true);
        var code = hub.own(event, local).code();
        takeBack(local, TakeBack.CANCELLED);
        join(nora, false, true);

        merge();

        assertThat(hub.own(event, nora).status()).isEqualTo(RegistrationStatus.ACCEPTED);
        assertThat(hub.own(event, nora).code()).isEqualTo(code);
        assertThat(totals(FeedAudience.ORGANIZERS).getInteger("participants")).isEqualTo(1);
        assertThat(hub.publicFeed(event)).contains("Nora Reed");
    }

    @Test
    void who_was_removed_under_one_name_and_left_under_the_other_stays_removed() throws Exception {
        join(local, false, true);
        takeBack(local, TakeBack.CANCELLED);
        join(nora, false, true);
        takeBack(nora, TakeBack.REMOVED);

        merge();

        assertThat(hub.own(event, nora).status()).isEqualTo(RegistrationStatus.REMOVED);
        assertThat(totals(FeedAudience.ORGANIZERS).getInteger("participants")).isZero();
    }

    @Test
    void again_changes_nothing_and_only_an_account_of_this_hub_alone_goes_anywhere() throws Exception {
        var other = hub.person(502, "Rea Stone");
        join(local, false, true);
        merge();
        var before = snapshot(FeedAudience.ORGANIZERS).getString("token");

        merge();

        assertThat(snapshot(FeedAudience.ORGANIZERS).getString("token")).isEqualTo(before);
        assertThat(hub.accounts.merge(local, other).await(5, SECONDS)).isFalse();
        assertThat(hub.accounts.merge(other, nora).await(5, SECONDS)).isFalse();
        var terminal = hub.accounts.terminal().await(5, SECONDS);
        assertThat(hub.accounts.merge(terminal, nora).await(5, SECONDS)).isFalse();
    }

    @Test
    void what_a_crash_left_behind_is_brought_at_the_next_start() throws Exception {
        join(local, false, true);
        hub.run("select account_merge(" + local.accountId() + ", " + nora.accountId() + ")");
        assertThat(hub.isRegistered(event, nora)).isFalse();

        new RegistrationModule(hub.desk, hub.names, List.of()).start().await(5, SECONDS);

        while (!hub.publicFeed(event).contains("Nora Reed")) {
            Thread.onSpinWait();
        }
        assertThat(hub.isRegistered(event, local)).isFalse();
    }

    @Test
    void a_wish_that_comes_under_the_old_account_is_hers() throws Exception {
        join(nora, false, true);
        merge();

        assertThat(outcome(local, false, true)).isEqualTo(JoinOutcome.ALREADY);
        takeBack(local, TakeBack.PRIVATE);

        assertThat(hub.own(event, nora).isPrivate()).isTrue();
        assertThat(hub.isRegistered(event, local)).isFalse();
    }

    @Test
    void the_latest_wish_of_both_holds() throws Exception {
        join(local, false, true);
        var between = hub.registrations.now();
        join(nora, false, true);

        merge();

        assertThat(takeBack(nora, TakeBack.CANCELLED, between).superseded()).isTrue();
        assertThat(hub.own(event, nora).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    }

    /** Else what comes at that moment would stay with an account that nobody is any more. */
    @Test
    void an_account_that_is_being_given_something_goes_nowhere_before_it_has_it() throws Exception {
        try (var giving = hub.postgres.jdbc().getConnection();
                var merging = hub.postgres.jdbc().getConnection();
                var give = giving.createStatement();
                var merge = merging.createStatement()) {
            giving.setAutoCommit(false);
            give.execute("select accounts_held(array[" + local.accountId() + "])");
            merge.execute("set lock_timeout = '100ms'");

            assertThatThrownBy(() ->
                            merge.execute("select account_merge(" + local.accountId() + ", " + nora.accountId() + ")"))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("55P03");
        }
    }

    private void merge() throws Exception {
        assertThat(hub.accounts.merge(local, nora).await(5, SECONDS)).isTrue();
    }

    private void join(Account person, boolean isPrivate, boolean namePublic) throws Exception {
        assertThat(outcome(person, isPrivate, namePublic)).isEqualTo(JoinOutcome.JOINED);
    }

    private JoinOutcome outcome(Account person, boolean isPrivate, boolean namePublic) throws Exception {
        var request = new JoinRequest(UUID.randomUUID(), person.accountId(), isPrivate, namePublic, false);
        return hub.desk.join(event, request).await(5, SECONDS).outcome();
    }

    private void takeBack(Account person, TakeBack how) throws Exception {
        assertThat(takeBack(person, how, hub.registrations.now()).done()).isTrue();
    }

    private RegistrationStore.PersonMove takeBack(Account person, TakeBack how, Instant wishedAt) throws Exception {
        return hub.registrations
                .takeBack(event, person.accountId(), how, wishedAt)
                .await(5, SECONDS);
    }

    private JsonObject totals(FeedAudience audience) throws Exception {
        return snapshot(audience).getJsonObject("state").getJsonObject("totals");
    }

    private JsonObject snapshot(FeedAudience audience) throws Exception {
        return hub.feeds.snapshot(new Feed(event, audience)).await(5, SECONDS);
    }

    private List<String> kinds(FeedAudience audience, JsonObject since) throws Exception {
        var token = FeedToken.parse(since.getString("token")).orElseThrow();
        return hub.feeds.after(new Feed(event, audience), token).await(5, SECONDS).getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getString("kind"))
                .toList();
    }
}
