package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eventcenter.wiki.UserName;

/** The accounts that the hub knows. Safe for several threads; every future may fail when the database is away. */
public final class AccountStore {
    /** Also renames: the wiki's number of a person stays, names change. In the order of numbers, against deadlocks. */
    private static final String CONFIRM = """
            insert into account (central_id, name, canonical_name)
            select distinct on (central_id) central_id, name, canonical_name
            from unnest($1::bigint[], $2::text[], $3::text[]) as confirmed (central_id, name, canonical_name)
            order by central_id
            on conflict (central_id) do update set name = excluded.name, canonical_name = excluded.canonical_name
            returning account_id, central_id, name
            """;

    private static final String BY_NAME = """
            select account_id, central_id, name from account
            where canonical_name = $1
            order by central_id nulls last, account_id
            limit 1
            """;

    private static final String LOCAL = """
            select account_id, central_id, name from account
            where canonical_name = $1 and central_id is null
            order by account_id
            limit 1
            """;

    private static final String CREATE_LOCAL = """
            insert into account (name, canonical_name) values ($1, $1)
            returning account_id, central_id, name
            """;

    private final Pool pool;

    public AccountStore(Pool pool) {
        this.pool = pool;
    }

    /** Somebody of whom the wiki said number and name. */
    public record Confirmed(long centralId, String name) {}

    /** The account of a person whom the wiki confirmed, under the name of today; made when there is none. */
    public Future<Account> confirmed(long centralId, String name) {
        return confirmed(List.of(new Confirmed(centralId, name))).map(accounts -> accounts.get(centralId));
    }

    /** The same for many at once, by their central ids. */
    public Future<Map<Long, Account>> confirmed(List<Confirmed> people) {
        var ids = people.stream().map(Confirmed::centralId).toArray(Long[]::new);
        var names = people.stream().map(Confirmed::name).toArray(String[]::new);
        var canonical =
                people.stream().map(one -> UserName.canonical(one.name())).toArray(String[]::new);
        return pool.preparedQuery(CONFIRM)
                .execute(Tuple.of(ids, names, canonical))
                .map(rows -> {
                    var accounts = new HashMap<Long, Account>();
                    rows.forEach(row -> accounts.put(row.getLong("central_id"), account(row)));
                    return accounts;
                });
    }

    /** The account of this name, if we have it; the wiki's rather than one of ours. */
    public Future<Optional<Account>> find(String name) {
        var canonical = UserName.canonical(name);
        if (!UserName.isPossible(canonical)) {
            return Future.succeededFuture(Optional.empty());
        }
        return pool.preparedQuery(BY_NAME)
                .execute(Tuple.of(canonical))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(account(rows.iterator().next())));
    }

    /** The account of this name, the wiki's rather than one of ours; made without a central id when there is none. */
    public Future<Account> named(String name) {
        return findOrCreate(BY_NAME, UserName.canonical(name));
    }

    /** An account that exists only here, for an operator without one at the wikis. */
    public Future<Account> local(String name) {
        return findOrCreate(LOCAL, UserName.canonical(name));
    }

    private Future<Account> findOrCreate(String find, String canonical) {
        return pool.preparedQuery(find)
                .execute(Tuple.of(canonical))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(account(rows.iterator().next()))
                        : pool.preparedQuery(CREATE_LOCAL)
                                .execute(Tuple.of(canonical))
                                .map(created -> account(created.iterator().next())));
    }

    static Account account(Row row) {
        var centralId = row.getLong("central_id");
        return new Account(
                row.getLong("account_id"),
                centralId == null ? OptionalLong.empty() : OptionalLong.of(centralId),
                row.getString("name"));
    }
}
