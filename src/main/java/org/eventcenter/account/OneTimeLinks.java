package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import org.eventcenter.web.Links;
import org.eventcenter.web.Secrets;

/**
 * Links that sign in whoever opens them first, within ten minutes. The code stands behind the {@code #}, which no
 * browser sends, so neither a log nor a preview of the link ever holds it. Safe for several threads.
 */
public final class OneTimeLinks {
    public static final Duration VALID_FOR = Duration.ofMinutes(10);

    private static final String CREATE = """
            with swept as (delete from one_time_link where expires_at < clock_timestamp())
            insert into one_time_link (code_hash, account_id, operator, path, expires_at)
            values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))
            """;

    /** Reading and using up is one statement, so of two who come at once one gets in. */
    private static final String REDEEM = """
            with used as (delete from one_time_link where code_hash = $1 returning *)
            select n.account_id, n.central_id, n.name, used.operator, used.path
            from used join account_now n on n.given_to = used.account_id
            where used.expires_at > clock_timestamp()
            """;

    private final Pool pool;

    public OneTimeLinks(Pool pool) {
        this.pool = pool;
    }

    /** What a link opened. */
    public record Opened(Account account, boolean operator, String path) {}

    /**
     * The path of a new link, such as {@code /link#…}.
     *
     * @param operator whether the session may do what operators may
     * @param to where it leads, a path of ours
     */
    public Future<String> create(Account account, boolean operator, String to) {
        if (!Links.isOwnPath(to)) {
            throw new IllegalArgumentException("not a path of ours: " + to);
        }
        var code = Secrets.random(128);
        var row = Tuple.of(Secrets.hash(code), account.accountId(), operator, to, (double) VALID_FOR.toSeconds());
        return pool.preparedQuery(CREATE).execute(row).map("/link#" + code);
    }

    /** Uses the code up; empty when it was used before, is too old, or never was one. */
    public Future<Optional<Opened>> redeem(String code) {
        return pool.preparedQuery(REDEEM)
                .execute(Tuple.of(Secrets.hash(code)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(opened(rows.iterator().next())));
    }

    private static Opened opened(Row row) {
        return new Opened(AccountStore.account(row), row.getBoolean("operator"), row.getString("path"));
    }
}
