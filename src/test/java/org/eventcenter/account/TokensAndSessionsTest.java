package org.eventcenter.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eventcenter.web.FreePort;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.Secrets;
import org.eventcenter.web.SessionCookie;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class TokensAndSessionsTest {
    private static AccountSite hub;

    @BeforeAll
    static void start(Vertx vertx) throws Exception {
        hub = AccountSite.start(vertx, HttpConfig.local(FreePort.choose(0)));
        hub.wiki.signedInIs("71234567", "Example Gardener");
    }

    @Test
    void a_token_is_shown_once_and_stored_as_a_hash() throws Exception {
        var token =
                new ApiTokens(hub.pool).issue(hub.account("Example Program")).await(5, SECONDS);
        var stored = hub.pool
                .preparedQuery("select count(*) from api_token where token_hash = $1")
                .execute(Tuple.of(Secrets.hash(token)))
                .await(5, SECONDS);

        assertThat(token).matches("ec_[A-Za-z0-9_-]{43}");
        assertThat(stored.iterator().next().getLong(0)).isEqualTo(1);
        assertThat(hub.site.get("/whoami", "Authorization", "Bearer " + token).body())
                .isEqualTo("Example Program");
    }

    @Test
    void of_the_token_of_one_and_the_cookie_of_another_the_token_counts() throws Exception {
        var browser = new Browser(hub.site);
        browser.signIn("/");
        var token =
                new ApiTokens(hub.pool).issue(hub.account("Example Program")).await(5, SECONDS);
        var cookie = "session=" + browser.cookies().get("session");

        assertThat(hub.site.get("/whoami", "Cookie", cookie).body()).isEqualTo("Example Gardener");
        assertThat(hub.site
                        .get("/whoami", "Cookie", cookie, "Authorization", "Bearer " + token)
                        .body())
                .isEqualTo("Example Program");
        assertThat(hub.site
                        .get("/whoami", "Cookie", cookie, "Authorization", "Bearer ec_wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_anywhere_but_in_the_header_is_nothing() throws Exception {
        var token =
                new ApiTokens(hub.pool).issue(hub.account("Example Program")).await(5, SECONDS);

        assertThat(hub.site
                        .get("/whoami?token=" + token + "&access_token=" + token)
                        .body())
                .isEqualTo("nobody");
        assertThat(hub.site.get("/whoami", "Cookie", "session=" + token).body()).isEqualTo("nobody");
    }

    @Test
    void a_session_ends_when_nobody_uses_it_and_its_use_prolongs_it_up_to_the_longest_time() throws Exception {
        var store = new WebSessionStore(hub.pool, Duration.ofDays(7), Duration.ofDays(30));
        var account = hub.account("Example Guest");
        var id = store.open(account, false).await(5, SECONDS);
        var cookie = new SessionCookie(account.accountId(), id, "csrf");

        age(id, "6 days");
        assertThat(store.find(cookie).await(5, SECONDS)).isPresent();
        assertThat(leftAfterUse(id)).isBetween(6.9, 7.0);

        age(id, "23 days");
        store.find(cookie).await(5, SECONDS);
        assertThat(store.find(cookie).await(5, SECONDS)).isEmpty();
    }

    @Test
    void no_use_prolongs_a_session_beyond_the_longest_time() throws Exception {
        var store = new WebSessionStore(hub.pool, Duration.ofDays(7), Duration.ofDays(30));
        var account = hub.account("Example Guest");
        var id = store.open(account, false).await(5, SECONDS);
        sql(
                "update web_session set created_at = created_at - interval '29 days', last_seen_at = last_seen_at - interval '29 days'"
                        + " where session_hash = $1",
                id);

        store.find(new SessionCookie(account.accountId(), id, "csrf")).await(5, SECONDS);

        assertThat(leftAfterUse(id)).isLessThan(1.01);
    }

    @Test
    void a_session_id_under_another_account_is_void() throws Exception {
        var store = new WebSessionStore(hub.pool, Duration.ofDays(7), Duration.ofDays(30));
        var account = hub.account("Example Guest");
        var id = store.open(account, false).await(5, SECONDS);

        assertThat(store.find(new SessionCookie(account.accountId() + 1, id, "csrf"))
                        .await(5, SECONDS))
                .isEmpty();
    }

    @Test
    void operators_may_everything_organizers_their_event_and_tokens_create_events() throws Exception {
        var rights = new Rights(Set.of(5L), (account, event) -> Future.succeededFuture(account == 1 && event == 10));
        var organizer = Visitor.bySession(new Account(1, OptionalLong.of(4), "A"), "s", false);
        var operator = Visitor.bySession(new Account(2, OptionalLong.of(5), "B"), "s", false);
        var byLink = Visitor.bySession(new Account(3, OptionalLong.empty(), "C"), "s", true);
        var program = Visitor.byToken(new Account(4, OptionalLong.empty(), "D"));

        assertThat(may(rights, organizer)).containsExactly(false, true, false);
        assertThat(may(rights, operator)).containsExactly(true, true, true);
        assertThat(may(rights, byLink)).containsExactly(true, true, true);
        assertThat(may(rights, program)).containsExactly(true, false, false);
        assertThat(may(rights, Visitor.ANONYMOUS)).containsExactly(false, false, false);
    }

    /** Create events, organize event 10, organize event 11. */
    private static List<Boolean> may(Rights rights, Visitor visitor) throws Exception {
        return List.of(
                rights.may(visitor, Right.CREATE_EVENT, Rights.NO_EVENT).await(1, SECONDS),
                rights.may(visitor, Right.ORGANIZE, 10).await(1, SECONDS),
                rights.may(visitor, Right.SEE_ORGANIZERS_FEED, 11).await(1, SECONDS));
    }

    /** As if all of it had happened so much earlier. */
    private static void age(String id, String by) throws Exception {
        sql(
                "update web_session set created_at = created_at - interval '" + by + "', last_seen_at = last_seen_at"
                        + " - interval '" + by + "', expires_at = expires_at - interval '" + by + "'"
                        + " where session_hash = $1",
                id);
    }

    /** No request waits for the prolonging, so this asks until it is there; the time-out of the test ends it. */
    private static double leftAfterUse(String id) throws Exception {
        var left = hub.pool
                .preparedQuery(
                        "select extract(epoch from expires_at - clock_timestamp())::float8 / 86400"
                                + " from web_session where session_hash = $1 and last_seen_at > clock_timestamp() - interval '1 minute'")
                .execute(Tuple.of(Secrets.hash(id)));
        var rows = left.await(5, SECONDS);
        return rows.size() > 0 ? rows.iterator().next().getDouble(0) : leftAfterUse(id);
    }

    private static void sql(String update, String id) throws Exception {
        hub.pool.preparedQuery(update).execute(Tuple.of(Secrets.hash(id))).await(5, SECONDS);
    }
}
