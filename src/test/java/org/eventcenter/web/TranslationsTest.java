package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final Pattern ARGUMENT = Pattern.compile("\\$[1-9]");
    private static final Pattern GRAMMAR = Pattern.compile("\\{\\{[^}]*}}");

    static Stream<String> modules() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_language_has_every_text_and_qqq_says_what_each_is_for(String module) {
        var keys = Messages.read(module, "en").keySet();
        for (var language : List.of("fr", "ar", "qqq")) {
            assertThat(Messages.read(module, language).keySet())
                    .as(module + " in " + language)
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_translation_uses_the_arguments_of_the_original(String module) {
        var english = Messages.read(module, "en");
        for (var language : List.of("fr", "ar")) {
            Messages.read(module, language)
                    .forEach((key, text) -> assertThat(usesArgumentsOf(text, english.getOrDefault(key, "")))
                            .as(key + " in " + language)
                            .isTrue());
        }
    }

    /** What the original shows must be shown; a number may also stand inside a plural form, or be left to its words. */
    private static boolean usesArgumentsOf(String text, String original) {
        return arguments(text).equals(arguments(original))
                || arguments(text)
                        .containsAll(arguments(GRAMMAR.matcher(original).replaceAll("")));
    }

    private static Set<String> arguments(String text) {
        var found = new TreeSet<String>();
        ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_key_stands_in_two_modules(String module) throws IOException {
        Map<String, String> elsewhere = new HashMap<>();
        modules().filter(other -> !other.equals(module)).forEach(other -> elsewhere.putAll(Messages.read(other, "en")));

        assertThat(Messages.read(module, "en").keySet()).doesNotContainAnyElementsOf(elsewhere.keySet());
    }
}
