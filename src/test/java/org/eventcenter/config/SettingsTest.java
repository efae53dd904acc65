package org.eventcenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private enum Source {
        PAGE_CHANGE,
        RECENTCHANGE
    }

    private record StreamConfig(
            URI url,
            Duration overlap,
            long buffer,
            int port,
            boolean on,
            List<String> wikis,
            Source edits,
            String agent) {
        static StreamConfig from(Section section) {
            return new StreamConfig(
                    section.address("url", "https://stream.example.org"),
                    section.duration("overlap", "60s"),
                    section.bytes("buffer", "64MB"),
                    section.number("port", 8080, 0, 65_535),
                    section.flag("on", true),
                    section.texts("wikis", List.of("enwiki")),
                    section.oneOf("edits", Source.PAGE_CHANGE),
                    section.text("agent", "Event Center"));
        }
    }

    private static final StreamConfig DEFAULTS = new StreamConfig(
            URI.create("https://stream.example.org"),
            Duration.ofSeconds(60),
            64_000_000,
            8080,
            true,
            List.of("enwiki"),
            Source.PAGE_CHANGE,
            "Event Center");

    @Test
    void an_empty_file_means_the_defaults() {
        assertThat(stream("")).isEqualTo(DEFAULTS);
        assertThat(stream("# only a comment\n")).isEqualTo(DEFAULTS);
        assertThat(stream("stream:\n")).isEqualTo(DEFAULTS);
        assertThat(stream("stream:\n  url:\n")).isEqualTo(DEFAULTS);
    }

    @Test
    void every_kind_of_value_is_read() {
        var read = stream("""
                stream:
                  url: http://localhost:9000/v2
                  overlap: 1500ms
                  buffer: 2KiB
                  port: 0
                  on: false
                  wikis: [frwiki, arwiki]
                  edits: recentchange
                  agent: Tea, "and" cake
                """);

        assertThat(read)
                .isEqualTo(new StreamConfig(
                        URI.create("http://localhost:9000/v2"),
                        Duration.ofMillis(1500),
                        2048,
                        0,
                        false,
                        List.of("frwiki", "arwiki"),
                        Source.RECENTCHANGE,
                        "Tea, \"and\" cake"));
    }

    @Test
    void the_command_line_goes_over_the_environment_and_that_over_the_file() {
        var file = "http: {port: 1, host: a}\nstream: {port: 1}";
        var environment = Map.of("PORT", "2", "EVENT_CENTER_STREAM_PORT", "3", "EVENT_CENTER_HTTP_HOST", "b");

        var settings = Settings.read(file, environment, Map.of("http.port", "4"));

        assertThat(settings.section("http").number("port", 0, 0, 9)).isEqualTo(4);
        assertThat(settings.section("http").text("host", "")).isEqualTo("b");
        assertThat(settings.section("stream").number("port", 0, 0, 9)).isEqualTo(3);
        settings.finish();
    }

    @Test
    void our_own_variable_goes_over_the_customary_one() {
        var settings = Settings.read(
                "",
                Map.of("DATABASE_URL", "postgres://theirs", "EVENT_CENTER_DATABASE_URL", "postgres://ours"),
                Map.of());

        assertThat(settings.section("database").secret("url")).contains("postgres://ours");
    }

    @Test
    void a_list_in_the_environment_has_its_items_between_commas() {
        var settings = Settings.read("", Map.of("EVENT_CENTER_STREAM_WIKIS", "frwiki, arwiki,"), Map.of());

        assertThat(settings.section("stream").texts("wikis", List.of())).containsExactly("frwiki", "arwiki");
    }

    @Test
    void all_mistakes_are_told_at_once_and_where_they_are() {
        var environment =
                Map.of("EVENT_CENTER_STREAM_ON", "maybe", "EVENT_CENTER_STREAM_OVERLAPS", "1s", "PATH", "/bin");
        var settings = Settings.read("""
                stream:
                  url: ftp://example.org
                  overlap: 3 fortnights
                  bufer: 64MB
                  port: 65536
                  edits: all
                  wikis: {a: b}
                  agent: [one, two]
                stram:
                  url: http://localhost
                """, environment, Map.of());

        var mistakes = mistakesOf(settings);

        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "stream.url: \"ftp://example.org\" is not an http or https address (in the file)",
                        "stream.overlap: \"3 fortnights\" is not a duration such as 500ms, 30s, 5m, 3h or 7d (in the file)",
                        "stream.port: \"65536\" is not a whole number from 0 to 65535 (in the file)",
                        "stream.on: \"maybe\" is neither true nor false (from EVENT_CENTER_STREAM_ON)",
                        "stream.wikis: a single value or a list of values is wanted",
                        "stream.edits: \"all\" is not one of page_change, recentchange (in the file)",
                        "stream.agent: \"one, two\" is a list, and one value is wanted (in the file)",
                        "Unknown section stram; did you mean stream?",
                        "Unknown key stream.bufer; did you mean buffer?",
                        "Unknown environment variable EVENT_CENTER_STREAM_OVERLAPS;"
                                + " did you mean EVENT_CENTER_STREAM_OVERLAP?");
    }

    @Test
    void an_unknown_key_that_resembles_none_is_told_what_is_known() {
        var settings = Settings.read("stream: {lighthouse: 1}", Map.of(), Map.of());
        ask(settings, "stream", "url", "agent");

        assertThat(catchThrowableOfType(ConfigMistakes.class, settings::finish).mistakes())
                .containsExactly("Unknown key stream.lighthouse; known here: agent, url");
    }

    @Test
    void a_file_that_is_no_yaml_or_has_a_key_twice_is_a_mistake_with_its_line() {
        assertThat(mistakesOf(Settings.read("stream:\n  url: 'open\n", Map.of(), Map.of())))
                .singleElement()
                .asString()
                .startsWith("The configuration is not readable YAML")
                .contains("(line ");
        assertThat(mistakesOf(Settings.read("stream:\n  on: true\n  on: false\n", Map.of(), Map.of())))
                .singleElement()
                .asString()
                .contains("Duplicate field 'on'", "(line 3)");
        assertThat(mistakesOf(Settings.read("just words", Map.of(), Map.of())))
                .containsExactly("The configuration is not a map of sections");
    }

    @Test
    void a_value_where_keys_should_be_is_told_and_a_mistyped_section_as_such() {
        var settings = Settings.read("stream: 5\nsteam: 6", Map.of(), Map.of());
        ask(settings, "stream", "url");

        assertThat(mistakesOf(settings))
                .containsExactlyInAnyOrder(
                        "stream: is a section, so its keys stand below it, indented",
                        "Unknown section steam; did you mean stream?");
    }

    @Test
    void a_feature_can_refuse_a_value_for_a_reason_of_its_own() {
        var settings = Settings.read("http: {host: moon}", Map.of(), Map.of());
        ask(settings, "http", "host");
        settings.section("http").reject("host", "is not on this planet");

        assertThat(catchThrowableOfType(ConfigMistakes.class, settings::finish).mistakes())
                .containsExactly("http.host: is not on this planet (in the file)");
    }

    @Test
    void the_effective_configuration_shows_no_secret() {
        var settings = Settings.read("", Map.of("EVENT_CENTER_HTTP_SECRET", "hunter2"), Map.of());
        assertThat(settings.section("http").secret("secret")).contains("hunter2");
        assertThat(settings.section("http").secret("old_secret")).isEmpty();
        ask(settings, "http", "host");

        assertThat(settings.effective())
                .isEqualTo(Map.of("http.secret", "(set, not shown)", "http.old_secret", "", "http.host", ""));
        assertThat(settings.changed()).isEqualTo(Map.of("http.secret", "(set, not shown)"));
    }

    @Test
    void a_number_too_large_for_its_unit_is_a_mistake_and_no_crash() {
        var settings = Settings.read(
                "stream: {overlap: 999999999999999999d, buffer: 999999999999999999GB}", Map.of(), Map.of());

        assertThat(mistakesOf(settings)).hasSize(2).allMatch(mistake -> mistake.contains("is too large"));
    }

    @Test
    void variables_of_tests_and_of_others_are_left_alone() {
        var settings = Settings.read("", Map.of("EVENT_CENTER_TEST_BROWSER", "x", "EVENT", "y"), Map.of());

        assertThatCode(settings::finish).doesNotThrowAnyException();
    }

    private static void ask(Settings settings, String section, String... keys) {
        for (var key : keys) {
            assertThat(settings.section(section).text(key)).isNotNull();
        }
    }

    private static StreamConfig stream(String yaml) {
        var settings = Settings.read(yaml, Map.of(), Map.of());
        var config = StreamConfig.from(settings.section("stream"));
        settings.finish();
        return config;
    }

    private static List<String> mistakesOf(Settings settings) {
        assertThat(StreamConfig.from(settings.section("stream"))).isNotNull();
        return catchThrowableOfType(ConfigMistakes.class, settings::finish).mistakes();
    }
}
