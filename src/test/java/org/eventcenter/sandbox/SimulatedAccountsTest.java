package org.eventcenter.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eventcenter.sandbox.mediawiki.Accounts;
import org.eventcenter.wiki.GlobalUser;
import org.eventcenter.wiki.WikiClient;
import org.eventcenter.wiki.WikiConfig;
import org.eventcenter.wiki.WikiSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client that the product uses asks the simulated wiki, which it knows by its address alone. */
@ExtendWith(VertxExtension.class)
class SimulatedAccountsTest {
    private SimulatedWiki wiki;
    private WikiClient client;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        wiki = SimulatedWiki.start(vertx, SandboxConfig.quiet(), Clock.systemUTC())
                .await(5, SECONDS);
        var config = new WikiConfig(wiki.address(), List.of(), "test@hub.example", Duration.ofSeconds(2));
        client = new WikiClient(vertx, config, Clock.systemUTC());
    }

    @Test
    void accounts_are_found_by_any_spelling_of_their_name() throws Exception {
        change(accounts -> accounts.person("Awiti Kijito"));

        var answers = client.globalUsers(List.of("awiti_Kijito ", "Awiti Kijito", "Nobody Here", "a@b"))
                .await(5, SECONDS);

        assertThat(answers)
                .extracting(GlobalUser::standing)
                .containsExactly(
                        GlobalUser.Standing.FOUND,
                        GlobalUser.Standing.FOUND,
                        GlobalUser.Standing.MISSING,
                        GlobalUser.Standing.INVALID);
        assertThat(answers.get(0).name()).isEqualTo("Awiti Kijito");
        assertThat(answers.get(0).centralId())
                .isEqualTo(answers.get(1).centralId())
                .isPositive();
    }

    @Test
    void a_renamed_account_keeps_its_id_and_its_old_name_is_nobodys() throws Exception {
        change(accounts -> accounts.person("Awiti Kijito"));
        var before =
                client.globalUsers(List.of("Awiti Kijito")).await(5, SECONDS).get(0);

        change(accounts -> accounts.rename("Awiti Kijito", "Awiti of the Stream"));

        var after = client.globalUsers(List.of("Awiti Kijito", "Awiti of the Stream"))
                .await(5, SECONDS);
        assertThat(after.get(0).standing()).isEqualTo(GlobalUser.Standing.MISSING);
        assertThat(after.get(1).centralId()).isEqualTo(before.centralId());
    }

    @Test
    void a_hidden_account_is_missing() throws Exception {
        change(accounts -> accounts.hide("Awiti Kijito"));

        assertThat(client.globalUsers(List.of("Awiti Kijito"))
                        .await(5, SECONDS)
                        .get(0)
                        .standing())
                .isEqualTo(GlobalUser.Standing.MISSING);
    }

    @Test
    void the_site_matrix_names_open_wikis_on_the_simulated_server() throws Exception {
        var matrix = client.sites().await(5, SECONDS);

        assertThat(matrix.sites())
                .extracting(WikiSite::id)
                .contains("enwiki", "arwiki", "commonswiki")
                .doesNotContain("aawiki");
        assertThat(matrix.find("arwiki").orElseThrow().page("نهر").toString())
                .startsWith(wiki.address() + "/arwiki/wiki/");
    }

    @Test
    void every_wiki_has_an_api_that_answers_a_browser_too() throws Exception {
        change(accounts -> accounts.person("Awiti Kijito"));
        var address = wiki.address() + "/swwiki/w/api.php?action=query&list=users&ususers=Awiti_Kijito|Nobody";
        var request =
                HttpRequest.newBuilder(URI.create(address.replace("|", "%7C"))).header("User-Agent", "Test/1");

        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

        assertThat(new JsonObject(answer.body())
                        .getJsonObject("query")
                        .getJsonArray("users")
                        .encode())
                .contains("\"centralids\"")
                .contains("\"missing\":true");
    }

    private void change(Consumer<Accounts> deed) throws Exception {
        wiki.act(wikis -> {
                    deed.accept(wikis.accounts());
                    return true;
                })
                .await(5, SECONDS);
    }
}
