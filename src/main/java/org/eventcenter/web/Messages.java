package org.eventcenter.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All texts that people see: {@code i18n/<module>/<language>.json} of every module, in banana format. Keys are unique
 * over all modules; by custom each begins with the name of its module.
 */
public final class Messages {
    /** The folder of what the API says: its mistakes are those of several modules. */
    private static final String API = "api";

    private static final Comparator<ParsedHeaderValue> MOST_WANTED_FIRST =
            Comparator.comparingDouble(wanted -> -wanted.weight());

    private final Map<Language, Map<String, String>> texts;

    private Messages(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** Reads the class path; blocks. A module without texts is fine, an unreadable file is not. */
    public static Messages load(Collection<String> modules) {
        var texts = new HashMap<Language, Map<String, String>>();
        for (var language : Language.spoken()) {
            var all = new HashMap<String, String>();
            all.putAll(read(API, language.code()));
            modules.forEach(module -> all.putAll(read(module, language.code())));
            texts.put(language, Map.copyOf(all));
        }
        return new Messages(Map.copyOf(texts));
    }

    /** One file, without its {@code @metadata}; empty when there is none. */
    static Map<String, String> read(String module, String code) {
        var path = "/i18n/" + module + "/" + code + ".json";
        try (var file = Messages.class.getResourceAsStream(path)) {
            if (file == null) {
                return Map.of();
            }
            var read = new ObjectMapper().readValue(file, new TypeReference<Map<String, Object>>() {});
            read.remove("@metadata");
            var texts = new HashMap<String, String>();
            read.forEach((key, text) -> texts.put(key, (String) text));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the messages in " + path, e);
        }
    }

    public Words in(Language language) {
        return new Words(this, language);
    }

    /** In the language of the request: {@code ?uselang=}, else what the browser prefers, else English. */
    public Words of(RoutingContext context) {
        return in(asked(context).orElseGet(() -> preferred(context)));
    }

    /** The language that the address asks for; links then carry it on. Empty when it asks for none that we have. */
    static Optional<Language> asked(RoutingContext context) {
        return RequestAddress.parameter(context, "uselang").flatMap(Language::of);
    }

    private static Language preferred(RoutingContext context) {
        return context.parsedHeaders().acceptLanguage().stream()
                .sorted(MOST_WANTED_FIRST)
                .flatMap(wanted -> Language.of(wanted.value()).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** The text as it was written; null when no language has it. */
    @Nullable
    String raw(Language language, String key) {
        for (var candidate : language.fallbacks()) {
            var text = texts.getOrDefault(candidate, Map.of()).get(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
