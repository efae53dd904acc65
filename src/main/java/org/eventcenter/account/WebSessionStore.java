package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import org.eventcenter.web.Secrets;
import org.eventcenter.web.SessionCookie;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which sessions hold. A session ends when its row goes: by signing out, after a while without use, or at the latest
 * after its longest time. Safe for several threads.
 */
public final class WebSessionStore {
    private static final Logger log = LoggerFactory.getLogger(WebSessionStore.class);

    private static final String OPEN = """
            with swept as (delete from web_session where expires_at < clock_timestamp())
            insert into web_session (session_hash, account_id, operator, expires_at)
            values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4))
            """;

    private static final String FIND = """
            select n.account_id, n.central_id, n.name, s.operator,
                s.last_seen_at < clock_timestamp() - interval '10 minutes' as seen_long_ago
            from web_session s join account_now n on n.given_to = s.account_id
            where s.session_hash = $1 and s.account_id = $2 and s.expires_at > clock_timestamp()
            """;

    /** Slides the end, but not beyond the longest time. */
    private static final String TOUCH = """
            update web_session set
                last_seen_at = clock_timestamp(),
                expires_at = least(
                    clock_timestamp() + make_interval(secs => $2), created_at + make_interval(secs => $3))
            where session_hash = $1
            """;

    private static final String END = "delete from web_session where session_hash = $1";
    private static final String END_ALL = """
            delete from web_session
            where account_id = $1 or account_id in (select account_id from account where merged_into = $1)
            """;

    private final Pool pool;
    private final Duration idle;
    private final Duration longest;

    /** A session ends when nobody used it for {@code idle}, and after {@code longest} in any case. */
    public WebSessionStore(Pool pool, Duration idle, Duration longest) {
        this.pool = pool;
        this.idle = idle;
        this.longest = longest;
    }

    /** A new session, by its secret id. */
    public Future<String> open(Account account, boolean operator) {
        var id = Secrets.random(128);
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(Secrets.hash(id), account.accountId(), operator, seconds(firstEnd())))
                .map(id);
    }

    private Duration firstEnd() {
        return idle.compareTo(longest) < 0 ? idle : longest;
    }

    /** Who that is, if the session still holds. */
    public Future<Optional<Visitor>> find(SessionCookie cookie) {
        var hash = Secrets.hash(cookie.sessionId());
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(hash, cookie.accountId()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    var row = rows.iterator().next();
                    keepAlive(hash, row);
                    return Optional.of(Visitor.bySession(AccountStore.account(row), hash, row.getBoolean("operator")));
                });
    }

    private void keepAlive(String hash, Row row) {
        if (row.getBoolean("seen_long_ago")) {
            pool.preparedQuery(TOUCH)
                    .execute(Tuple.of(hash, seconds(idle), seconds(longest)))
                    .onFailure(failure -> log.warn("Could not prolong a session", failure));
        }
    }

    /** Ends this session on every node and every screen. */
    public Future<Void> end(String hash) {
        return pool.preparedQuery(END).execute(Tuple.of(hash)).mapEmpty();
    }

    /** Ends all sessions of a person. */
    public Future<Void> endAll(long accountId) {
        return pool.preparedQuery(END_ALL).execute(Tuple.of(accountId)).mapEmpty();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
