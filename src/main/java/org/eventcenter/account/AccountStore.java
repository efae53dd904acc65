package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eventcenter.wiki.UserName;

/** The accounts that the hub knows. Safe for several threads; every future may fail when the database is away. */
public final class AccountStore {
    private static final String CONFIRM = "select * from account_confirm($1, $2, $3)";

    private static final String BEARERS = """
            select account_id, central_id, name from account
            where canonical_name = $1 and merged_into is null
            order by central_id nulls last, account_id
            """;

    private static final String SHARED = """
            select canonical_name from account
            where canonical_name = any ($1) and merged_into is null
            group by canonical_name having count(*) > 1
            """;

    private static final String LOCAL = """
            select account_id, central_id, name from account
            where canonical_name = $1 and central_id is null and merged_into is null
            order by account_id
            limit 1
            """;

    private static final String CREATE_LOCAL = """
            insert into account (name, canonical_name) values ($1, $2)
            returning account_id, central_id, name
            """;

    private static final String MERGE = "select account_merge($1, $2)";

    private final Pool pool;
    private final NameListener listener;

    /** {@code listener} is told who was confirmed, before the answer. */
    public AccountStore(Pool pool, NameListener listener) {
        this.pool = pool;
        this.listener = listener;
    }

    /** Somebody of whom the wiki said number and name. */
    public record Confirmed(long centralId, String name) {}

    /** The account of a person whom the wiki confirmed, under the name of today; made when there is none. */
    public Future<Account> confirmed(long centralId, String name) {
        return confirmed(List.of(new Confirmed(centralId, name))).map(accounts -> accounts.get(centralId));
    }

    /** The same for many at once, by their central ids. Whoever else had one of the names loses it. */
    public Future<Map<Long, Account>> confirmed(List<Confirmed> people) {
        var ids = people.stream().map(Confirmed::centralId).toArray(Long[]::new);
        var names = people.stream().map(Confirmed::name).toArray(String[]::new);
        var canonical =
                people.stream().map(one -> UserName.canonical(one.name())).toArray(String[]::new);
        return pool.preparedQuery(CONFIRM)
                .execute(Tuple.of(ids, names, canonical))
                .compose(rows -> listener.named(accountIds(rows)).map(followed -> asked(rows)));
    }

    private static List<Long> accountIds(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("o_account"))
                .toList();
    }

    private static Map<Long, Account> asked(RowSet<Row> rows) {
        var accounts = new HashMap<Long, Account>();
        for (var row : rows) {
            if (row.getBoolean("o_asked")) {
                long centralId = row.getLong("o_central");
                accounts.put(
                        centralId,
                        new Account(row.getLong("o_account"), OptionalLong.of(centralId), row.getString("o_name")));
            }
        }
        return accounts;
    }

    /** The accounts that bear this canonical name here: the wiki's first, then those of this hub alone. */
    public Future<List<Account>> bearers(String canonical) {
        return isStorable(canonical)
                ? pool.preparedQuery(BEARERS).execute(Tuple.of(canonical)).map(AccountStore::accounts)
                : Future.succeededFuture(List.of());
    }

    /** No text of the database holds a NUL or half a character. */
    private static boolean isStorable(String canonical) {
        return canonical.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(canonical);
    }

    /** Those of these canonical names that more than one account bears here. */
    public Future<Set<String>> shared(Collection<String> canonical) {
        return pool.preparedQuery(SHARED)
                .execute(Tuple.of((Object) canonical.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.toSet()));
    }

    /** An account that exists only here, made when there is none; whether a wiki knows the name was asked before. */
    public Future<Account> local(String name) {
        var canonical = UserName.canonical(name);
        return findOrCreate(canonical, canonical);
    }

    /** That of whoever sits at the hub's terminal; its canonical name is nobody's. */
    public Future<Account> terminal() {
        return findOrCreate("Operator", "#operator");
    }

    private Future<Account> findOrCreate(String name, String canonical) {
        return pool.preparedQuery(LOCAL)
                .execute(Tuple.of(canonical))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(account(rows.iterator().next()))
                        : pool.preparedQuery(CREATE_LOCAL)
                                .execute(Tuple.of(name, canonical))
                                .map(created -> account(created.iterator().next())));
    }

    /**
     * An account of this hub alone turns out to be that of a person whom the wiki confirmed: what it has is hers from now
     * on, and it is found under no name any more. Safe to repeat. False, and nothing is changed, for an account of the
     * wiki, for the terminal's, and for one that went into another account before.
     */
    public Future<Boolean> merge(Account local, Account into) {
        return pool.preparedQuery(MERGE)
                .execute(Tuple.of(local.accountId(), into.accountId()))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .compose(merged ->
                        merged ? listener.named(List.of(into.accountId())).map(true) : Future.succeededFuture(false));
    }

    private static List<Account> accounts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(AccountStore::account)
                .toList();
    }

    static Account account(Row row) {
        var centralId = row.getLong("central_id");
        return new Account(
                row.getLong("account_id"),
                centralId == null ? OptionalLong.empty() : OptionalLong.of(centralId),
                row.getString("name"));
    }
}
