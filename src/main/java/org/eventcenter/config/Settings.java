package org.eventcenter.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the operator wrote: a YAML file of sections, each a flat map of keys, overridden by the environment
 * ({@code stream.url} by {@code EVENT_CENTER_STREAM_URL}) and that by the command line. Features take their
 * {@link Section}; {@link #finish()} then reports every mistake together, names nobody asked for included.
 * For one thread.
 */
public final class Settings {
    private static final String PREFIX = "EVENT_CENTER_";
    private static final String TEST_PREFIX = "EVENT_CENTER_TEST_";

    /** Names that hosting platforms set, weaker than our own. */
    private static final Map<String, String> CUSTOMARY = Map.of("database.url", "DATABASE_URL", "http.port", "PORT");

    private final Map<String, Map<String, JsonNode>> file = new TreeMap<>();
    private final Map<String, String> environment;
    private final Map<String, String> options;
    private final Map<String, Asked> asked = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Names of the file that have a value where a section has keys. */
    private final Set<String> scalars = new TreeSet<>();

    private record Asked(String section, String key, String value, String fallback, boolean secret) {}

    private Settings(Map<String, String> environment, Map<String, String> options) {
        this.environment = Map.copyOf(environment);
        this.options = Map.copyOf(options);
    }

    /**
     * {@code options} are those of the command line, by full name ({@code http.port}). A text that is no YAML is a
     * mistake like others.
     */
    public static Settings read(String yaml, Map<String, String> environment, Map<String, String> options) {
        var settings = new Settings(environment, options);
        settings.readFile(yaml);
        return settings;
    }

    public Section section(String name) {
        return new Section(this, name);
    }

    /** To be called when every feature has read its section. Throws {@link ConfigMistakes}. */
    public void finish() {
        file.forEach(this::findUnknown);
        environment.keySet().stream().sorted().forEach(this::findUnknownVariable);
        if (!mistakes.isEmpty()) {
            throw new ConfigMistakes(mistakes);
        }
    }

    /** Every key that was asked for, by full name, with the value in force; secrets say only whether they are set. */
    public Map<String, String> effective() {
        return shown(key -> true);
    }

    /** Those of them that are not what they would be without any configuration. */
    public Map<String, String> changed() {
        return shown(key -> !key.value().equals(key.fallback()));
    }

    /** The full names that the file holds. */
    public Set<String> namesInFile() {
        var names = new TreeSet<String>();
        file.forEach((section, keys) -> keys.keySet().forEach(key -> names.add(section + "." + key)));
        return names;
    }

    Optional<Given> given(String section, String key) {
        var name = section + "." + key;
        return option(name)
                .or(() -> variable(variableOf(section, key)))
                .or(() -> Optional.ofNullable(CUSTOMARY.get(name)).flatMap(this::variable))
                .or(() -> inFile(section, key));
    }

    void asked(String section, String key, String value, String fallback, boolean secret) {
        asked.put(section + "." + key, new Asked(section, key, value, fallback, secret));
    }

    void mistake(String sentence) {
        mistakes.add(sentence);
    }

    private void readFile(String yaml) {
        try {
            var mapper = new YAMLMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build());
            var tree = mapper.readTree(yaml);
            if (tree.isObject()) {
                tree.properties().forEach(entry -> readSection(entry.getKey(), entry.getValue()));
            } else if (!tree.isMissingNode() && !tree.isNull()) {
                mistake("The configuration is not a map of sections");
            }
        } catch (JsonProcessingException e) {
            mistake("The configuration is not readable YAML: " + e.getOriginalMessage() + place(e));
        }
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ")";
    }

    private void readSection(String name, JsonNode section) {
        if (!section.isObject() && !isEmpty(section)) {
            scalars.add(name);
        }
        var keys = file.computeIfAbsent(name, ignored -> new TreeMap<>());
        section.properties().forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
    }

    private Optional<Given> option(String name) {
        var option = "--" + name.substring(name.indexOf('.') + 1);
        return Optional.ofNullable(options.get(name)).map(text -> Given.text(text, "from " + option));
    }

    private Optional<Given> variable(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(text -> Given.text(text, "from " + variable));
    }

    private Optional<Given> inFile(String section, String key) {
        var node = file.getOrDefault(section, Map.of()).get(key);
        if (node == null || isEmpty(node)) {
            return Optional.empty();
        }
        var given = Given.node(node, "in the file");
        if (given.isEmpty()) {
            mistake(section + "." + key + ": a single value or a list of values is wanted");
        }
        return given;
    }

    /** A key without a value is as good as no key. */
    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || (node.isTextual() && node.textValue().isBlank());
    }

    private void findUnknown(String section, Map<String, JsonNode> keys) {
        var sections = asked.values().stream().map(Asked::section).collect(Collectors.toCollection(TreeSet::new));
        if (!sections.contains(section)) {
            mistake("Unknown section " + section + meant(section, sections));
            return;
        }
        if (scalars.contains(section)) {
            mistake(section + ": is a section, so its keys stand below it, indented");
        }
        var known = asked.values().stream()
                .filter(key -> key.section().equals(section))
                .map(Asked::key)
                .collect(Collectors.toCollection(TreeSet::new));
        keys.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> mistake("Unknown key " + section + "." + key + meant(key, known)));
    }

    private void findUnknownVariable(String variable) {
        var known = asked.values().stream()
                .map(key -> variableOf(key.section(), key.key()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (variable.startsWith(PREFIX) && !variable.startsWith(TEST_PREFIX) && !known.contains(variable)) {
            mistake("Unknown environment variable " + variable
                    + Nearest.to(variable, known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
    }

    private static String meant(String name, Set<String> known) {
        return Nearest.to(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElseGet(() -> "; known here: " + String.join(", ", known));
    }

    private static String variableOf(String section, String key) {
        return PREFIX + (section + "_" + key).toUpperCase(Locale.ROOT);
    }

    private Map<String, String> shown(Predicate<Asked> wanted) {
        var shown = new TreeMap<String, String>();
        asked.values().stream().filter(wanted).forEach(key -> shown.put(key.section() + "." + key.key(), shown(key)));
        return shown;
    }

    private static String shown(Asked key) {
        if (key.secret()) {
            return key.value().isEmpty() ? "" : "(set, not shown)";
        }
        return key.value();
    }
}
