package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import org.eventcenter.web.Secrets;

/** Tokens for programs: 256 random bits that are shown once; the table holds their hash. Safe for several threads. */
public final class ApiTokens {
    private static final String PREFIX = "ec_";
    private static final String ISSUE = "insert into api_token (token_hash, account_id) values ($1, $2)";
    private static final String FIND = """
            select n.account_id, n.central_id, n.name
            from api_token t join account_now n on n.given_to = t.account_id
            where t.token_hash = $1
            """;

    private final Pool pool;

    public ApiTokens(Pool pool) {
        this.pool = pool;
    }

    /** A new token of this account. */
    public Future<String> issue(Account account) {
        var token = PREFIX + Secrets.random(256);
        return pool.preparedQuery(ISSUE)
                .execute(Tuple.of(Secrets.hash(token), account.accountId()))
                .map(token);
    }

    /** Whose token that is; empty for one that was never issued. */
    public Future<Optional<Account>> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Future.succeededFuture(Optional.empty());
        }
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Secrets.hash(token)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(AccountStore.account(rows.iterator().next())));
    }
}
