package org.eventcenter.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eventcenter.HubConfig;
import org.eventcenter.account.OneTimeLinks;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventOrganizers;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.config.DataFolder;
import org.eventcenter.config.Settings;
import org.eventcenter.database.EmbeddedPostgresServer;
import org.eventcenter.wiki.FakeCentralWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final Pattern ADDRESS = Pattern.compile("Event Center is at (http://localhost:\\d+)");

    /** One for all tests, since a database is made in it the first time. */
    @TempDir
    static Path folder;

    private static final Vertx vertx = Vertx.vertx();
    private static FakeCentralWiki wiki;

    @BeforeAll
    static void openWiki() throws Exception {
        wiki = new FakeCentralWiki(vertx, FakeCentralWiki::answerForAccounts);
    }

    @AfterAll
    static void closeWiki() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void a_hub_survives_a_kill_answers_commands_and_ends_in_order() throws Exception {
        var killed = serve("EVENT_CENTER_LOGGING_JSON", "true");
        assertThat(get(addressOf(messageOf(lastLine(killed))) + "/readyz")).startsWith("200");
        killed.kill();

        var hub = serve();
        var address = addressOf(lastLine(hub));
        assertThat(get(address + "/healthz")).isEqualTo("200 {\"up\":true}");
        awaitReadingHere(address + "/readyz");
        assertThat(output("link", "--data", folder.toString())).startsWith(address + "/link#");
        assertThat(hub.outputUntil("Let yourself in"))
                .contains("Let yourself in: ./event-center link --data " + folder);
        assertThat(output("token", "--data", folder.toString(), "--as", "akinyi_Otieno"))
                .matches("ec_[\\w-]{40,}\\s+");
        assertOrganizersGetIn(address);

        hub.terminate();
        assertThat(hub.endsWithin(10)).isTrue();
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(folder.resolve("hub.address")).doesNotExist();
        assertThat(output("link", "--data", folder.toString()))
                .startsWith("event-center: no hub is running with the data folder " + folder);
    }

    /** With the rights of an organizer of that event, and of no operator. */
    private static void assertOrganizersGetIn(String address) throws Exception {
        var hub = new RunningHub(
                HubConfig.read(Settings.read("", Map.of(), Map.of())),
                EmbeddedPostgresServer.running(DataFolder.open(folder)).orElseThrow(),
                address,
                URI.create("http://127.0.0.1:1"));
        var event = hub.ask(database -> new CampaignStore(database).create(TestEvents.draft("rivers", null)))
                .orElseThrow();

        var link = output("link", "--data", folder.toString(), "--as", "grace", "--event", "rivers");
        assertThat(link)
                .startsWith("The wikis know no \"Grace\": this is for an account of this hub alone.\n" + address
                        + "/link#");
        var code = link.strip().substring(link.indexOf('#') + 1);
        var opened =
                hub.ask(database -> new OneTimeLinks(database).redeem(code)).orElseThrow();
        var account = opened.account();
        assertThat(account.name()).isEqualTo("Grace");
        assertThat(opened.operator()).isFalse();
        assertThat(opened.path()).isEqualTo("/e/rivers/live");
        boolean organizes =
                hub.ask(database -> new EventOrganizers(database).isOrganizer(account.accountId(), event.eventId()));
        assertThat(organizes).isTrue();

        assertThat(output("link", "--data", folder.toString(), "--as", "grace", "--event", "seas"))
                .isEqualTo("event-center: there is no event with the address \"seas\"\n");
    }

    @Test
    void told_to_end_while_it_starts_it_leaves_nothing_running() throws Exception {
        var hub = serve();
        assertThat(hub.outputUntil("Starting PostgreSQL")).doesNotContain("Event Center is at");

        hub.terminate();

        assertThat(hub.endsWithin(10)).isTrue();
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_taken_port_is_told_in_one_sentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hub = RunningMain.start("serve", "--data", folder.toString(), "--port", "" + taken.getLocalPort());

            assertThat(hub.outputUntilTheEnd())
                    .contains(
                            "event-center: Port " + taken.getLocalPort() + " of 127.0.0.1 is taken by another program")
                    .doesNotContain("\tat ");
            assertThat(hub.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void every_mistake_of_the_configuration_is_told() throws Exception {
        var file = Files.writeString(folder.resolve("hub.yaml"), "http: {prot: 80}\nlogging: {level: loud}\n");
        var hub = RunningMain.start(Map.of("DATABASE_URL", "mysql://a:hunter2@b/c"), "serve", "--config", "" + file);

        assertThat(hub.outputUntilTheEnd())
                .contains(
                        "Unknown key http.prot; did you mean port?",
                        "logging.level: \"loud\" is not one of error, warn, info, debug",
                        "database.url: its value is not like postgresql://")
                .doesNotContain("hunter2", "\tat ");
        assertThat(hub.exitStatus()).isEqualTo(2);
    }

    @Test
    void a_database_that_is_away_is_told_in_one_sentence() throws Exception {
        var hub = RunningMain.start(
                Map.of("DATABASE_URL", "postgres://ada:hunter2@127.0.0.1:1/hub"),
                "serve",
                "--data",
                folder.toString(),
                "--port",
                "0");

        assertThat(hub.outputUntilTheEnd())
                .contains("event-center: The database at 127.0.0.1:1/hub cannot be used: ")
                .doesNotContain("hunter2", "\tat ");
        assertThat(hub.exitStatus()).isEqualTo(1);
    }

    @Test
    void a_configuration_that_is_not_there_is_told_in_one_sentence() throws Exception {
        var missing = folder.resolve("missing.yaml");

        assertThat(output("serve", "--config", missing.toString()))
                .startsWith("event-center: The configuration " + missing + " cannot be read: ")
                .endsWith(missing + " does not exist\n")
                .doesNotContain("Exception");
    }

    @Test
    void what_cannot_be_meant_is_told_in_one_sentence() throws Exception {
        assertThat(output("link", "--as", "a|b")).startsWith("event-center: --as \"a|b\" is no name");
        assertThat(output("token", "--as", " ")).startsWith("event-center: --as \" \" is no name");
        assertThat(output("link", "--as", "A\uFFFDa")).contains("this terminal's locale", "LC_ALL=C.UTF-8");
        assertThat(output("token", "--as", "~2025-123-4")).contains("is a temporary account");
        assertThat(output("link", "--to", "//evil.example"))
                .startsWith("event-center: --to \"//evil.example\" is no page of the hub");
        assertThat(output("link", "--event", "rivers")).startsWith("event-center: --event needs --as NAME");
        assertThat(output("demo", "--pace", "-3")).startsWith("event-center: --pace -3.0 is no pace");
    }

    @Test
    void a_demo_does_not_touch_the_data_of_a_real_hub() throws Exception {
        var real = folder.resolve("real");
        var kept = Files.createDirectories(real.resolve("postgres")).resolve("kept");
        Files.writeString(kept, "real people");

        assertThat(output("demo", "--data", real.toString(), "--port", "0")).contains("is that of a real hub");
        assertThat(kept).hasContent("real people");
    }

    @Test
    void help_names_every_command() throws Exception {
        assertThat(output("--help")).contains("demo", "serve", "link", "token");
    }

    /** With a stream that is away, so that tests ask nothing of the real one. */
    private RunningMain serve() throws Exception {
        return serve("EVENT_CENTER_LOGGING_LEVEL", "info");
    }

    private RunningMain serve(String variable, String value) throws Exception {
        var environment = Map.of(
                "EVENT_CENTER_STREAM_URL",
                "http://127.0.0.1:1",
                "EVENT_CENTER_WIKI_URL",
                wiki.address().toString(),
                variable,
                value);
        return RunningMain.start(environment, "serve", "--data", folder.toString(), "--port", "0");
    }

    /** The line that says that it is up. */
    private static String lastLine(RunningMain hub) throws Exception {
        var lines = hub.outputUntil("Event Center is at").lines().toList();
        return lines.get(lines.size() - 1);
    }

    /** The lease of the killed hub has to run out first. */
    private static void awaitReadingHere(String readiness) throws Exception {
        for (int asked = 0; asked < 300 && !get(readiness).contains("\"reader\":\"this node\""); asked++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(get(readiness))
                .startsWith("200 {\"ready\":true,\"database\":\"answers\",")
                .contains("\"reader\":\"this node\"");
    }

    private static String messageOf(String jsonLine) {
        return new JsonObject(jsonLine).getString("formattedMessage");
    }

    private static String addressOf(String line) {
        var address = ADDRESS.matcher(line);
        assertThat(address.find()).as(line).isTrue();
        return address.group(1);
    }

    private static String output(String... arguments) throws Exception {
        return RunningMain.start(arguments).outputUntilTheEnd();
    }

    private static String get(String url) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
