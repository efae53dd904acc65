package org.eventcenter.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eventcenter.account.AccountStore.Confirmed;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name belongs to whoever bears it now. */
@Timeout(60)
@ExtendWith(VertxExtension.class)
class AccountNamesTest {
    private static Pool pool;
    private final List<Long> named = new CopyOnWriteArrayList<>();
    private AccountStore accounts;

    @BeforeAll
    static void start(Vertx vertx) {
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(TestPostgres.createWithAllTables().url())
                .using(vertx)
                .build();
    }

    @BeforeEach
    void fill() {
        accounts = new AccountStore(pool, ids -> {
            named.addAll(ids);
            return Future.succeededFuture();
        });
    }

    @Test
    void who_is_confirmed_last_has_the_name_and_the_other_is_told() throws Exception {
        var before = confirm(611, "Rea");
        named.clear();
        var after = confirm(612, "Rea");

        assertThat(after.name()).isEqualTo("Rea");
        assertThat(nameOf(before)).isEqualTo("Rea #611");
        assertThat(named).containsExactlyInAnyOrder(before.accountId(), after.accountId());

        assertThat(confirm(611, "Rea Renamed").accountId()).isEqualTo(before.accountId());
        assertThat(nameOf(before)).isEqualTo("Rea Renamed");
        assertThat(nameOf(after)).isEqualTo("Rea");
    }

    @Test
    void two_may_swap_their_names_at_once() throws Exception {
        var one = confirm(621, "Example Rose");
        var other = confirm(622, "Example Lily");

        accounts.confirmed(List.of(new Confirmed(621, "Example Lily"), new Confirmed(622, "Example Rose")))
                .await(5, SECONDS);

        assertThat(nameOf(one)).isEqualTo("Example Lily");
        assertThat(nameOf(other)).isEqualTo("Example Rose");
    }

    @Test
    void of_many_who_are_confirmed_under_one_name_at_once_one_has_it() throws Exception {
        var all = new ArrayList<Future<Account>>();
        for (long centralId = 700; centralId < 740; centralId++) {
            all.add(accounts.confirmed(centralId, "Example Ivy"));
        }
        Future.all(all).await(20, SECONDS);

        assertThat(number("select count(*) from account where central_id between 700 and 739"))
                .isEqualTo(40);
        assertThat(number("select count(*) from account where canonical_name = 'Example Ivy'"))
                .isEqualTo(1);
    }

    @Test
    void who_is_called_as_before_writes_nothing() throws Exception {
        confirm(651, "Example Fern");
        var before = text("select xmin::text from account where central_id = 651");

        confirm(651, "Example Fern");

        assertThat(text("select xmin::text from account where central_id = 651"))
                .isEqualTo(before);
    }

    @CanIgnoreReturnValue
    private Account confirm(long centralId, String name) throws Exception {
        return accounts.confirmed(centralId, name).await(5, SECONDS);
    }

    private static String nameOf(Account account) throws Exception {
        return text("select name from account where account_id = " + account.accountId());
    }

    private static long number(String query) throws Exception {
        return pool.query(query).execute().await(5, SECONDS).iterator().next().getLong(0);
    }

    private static String text(String query) throws Exception {
        return pool.query(query).execute().await(5, SECONDS).iterator().next().getString(0);
    }
}
