package org.eventcenter.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.eventcenter.account.Account;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.NameListener;
import org.eventcenter.database.TestPostgres;
import org.eventcenter.module.CannotStart;
import org.eventcenter.wiki.FakeCentralWiki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom {@code --as} means: whoever bears the name now, or nobody. */
@Timeout(60)
@ExtendWith(VertxExtension.class)
class NamedAccountTest {
    private final Map<String, Long> atWiki = new ConcurrentHashMap<>();
    private volatile boolean away;
    private Pool pool;
    private AccountStore accounts;
    private NamedAccount named;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, (request, response) -> {
            var name = request.getFormAttribute("gususers");
            var user = new JsonObject().put("name", name);
            var centralId = atWiki.get(name);
            user = centralId == null ? user.put("missing", true) : user.put("centralid", centralId);
            var answer = new JsonObject().put("query", new JsonObject().put("globalusers", new JsonArray().add(user)));
            response.setStatusCode(away ? 500 : 200).end(answer.encode());
        });
        pool = PgBuilder.pool()
                .connectingTo(TestPostgres.createWithAllTables().url())
                .using(vertx)
                .build();
        accounts = new AccountStore(pool, NameListener.NOBODY);
        named = new NamedAccount(pool, wiki.client());
    }

    @Test
    void somebody_renamed_is_not_meant_by_the_name_that_another_took() throws Exception {
        var before = accounts.confirmed(611, "Rea").await(5, SECONDS);
        atWiki.put("Rea", 612L);

        var meant = find("Rea");

        assertThat(meant.centralId()).isEqualTo(OptionalLong.of(612));
        assertThat(meant.accountId()).isNotEqualTo(before.accountId());
    }

    @Test
    void a_name_that_nobody_has_any_more_means_nobody() throws Exception {
        assertThat(accounts.confirmed(611, "Rea").await(5, SECONDS).name()).isEqualTo("Rea");

        assertThatThrownBy(() -> find("Rea")).isInstanceOf(CannotStart.class).hasMessageContaining("has been renamed");
    }

    @Test
    void a_name_that_no_wiki_knows_is_that_of_an_account_of_this_hub_alone() throws Exception {
        var first = find("Nora");

        assertThat(first.centralId()).isEmpty();
        assertThat(find("Nora")).isEqualTo(first);
    }

    @Test
    void an_account_of_the_wiki_is_the_one_that_its_person_signs_in_with() throws Exception {
        atWiki.put("Nora", 501L);

        var meant = find("Nora");

        assertThat(accounts.confirmed(501, "Nora").await(5, SECONDS)).isEqualTo(meant);
    }

    @Test
    void where_two_bear_the_name_nothing_is_guessed() throws Exception {
        assertThat(find("Nora").centralId()).isEmpty();
        atWiki.put("Nora", 501L);

        assertThatThrownBy(() -> find("Nora"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("two accounts here are called \"Nora\"");
    }

    @Test
    void the_operator_may_say_that_two_accounts_are_one_person() throws Exception {
        var local = find("Nora");
        atWiki.put("Nora", 501L);

        var both = named.merging("Nora", "Nora").await(5, SECONDS);

        assertThat(both.local()).isEqualTo(local);
        assertThat(both.into().centralId()).isEqualTo(OptionalLong.of(501));
        assertThat(accounts.merge(both.local(), both.into()).await(5, SECONDS)).isTrue();
        assertThat(find("Nora")).isEqualTo(both.into());
    }

    @Test
    void an_account_goes_into_one_that_the_wiki_knows_and_only_if_nobody_else_knows_it() throws Exception {
        assertThat(find("Nora").centralId()).isEmpty();
        assertThat(accounts.confirmed(611, "Rea").await(5, SECONDS).name()).isEqualTo("Rea");
        atWiki.put("Rea", 611L);

        assertThatThrownBy(() -> named.merging("Nora", "Nora Reed").await(5, SECONDS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("the wikis know no \"Nora Reed\"");
        assertThatThrownBy(() -> named.merging("Rea", "Rea").await(5, SECONDS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no account of this hub alone is called \"Rea\"");
        away = true;
        assertThatThrownBy(() -> named.merging("Nora", "Rea").await(5, SECONDS))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be asked who \"Rea\" is now");
    }

    @Test
    void a_wiki_that_is_away_means_that_nothing_is_done_but_for_accounts_of_this_hub_alone() throws Exception {
        var local = find("Nora");
        assertThat(accounts.confirmed(611, "Rea").await(5, SECONDS).name()).isEqualTo("Rea");
        away = true;

        assertThat(find("Nora")).isEqualTo(local);
        for (var name : new String[] {"Rea", "Somebody New"}) {
            assertThatThrownBy(() -> find(name))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("the wiki cannot be asked who \"" + name + "\" is now");
        }
    }

    @Test
    void whoever_sits_at_the_terminal_is_nobody_of_the_wikis() throws Exception {
        atWiki.put("Operator", 701L);

        var terminal = accounts.terminal().await(5, SECONDS);

        assertThat(terminal.name()).isEqualTo("Operator");
        assertThat(find("Operator").centralId()).isEqualTo(OptionalLong.of(701));
        assertThat(accounts.terminal().await(5, SECONDS)).isEqualTo(terminal);
    }

    private Account find(String name) throws Exception {
        return named.find(name).await(5, SECONDS);
    }
}
