package org.eventcenter.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One feature's part of the configuration. Asking for a key makes it known; a value that cannot be read is noted as a
 * mistake and the fallback returned, so that one start tells all mistakes. Fallbacks of durations, sizes and addresses
 * are written as in the file. For one thread.
 */
public final class Section {
    private final Settings settings;
    private final String name;

    Section(Settings settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    public String text(String key, String fallback) {
        return read(key, fallback, Function.identity());
    }

    /** Empty when the key is absent, or there without a value. */
    public Optional<String> text(String key) {
        return find(key, Function.identity(), false);
    }

    /** Like {@link #text(String)}; its value is never logged. */
    public Optional<String> secret(String key) {
        return find(key, Function.identity(), true);
    }

    /** Both bounds belong to what is allowed. */
    public int number(String key, int fallback, int min, int max) {
        return read(key, fallback, text -> {
            var digits = text.matches("-?\\d{1,10}");
            if (!digits || Long.parseLong(text) < min || Long.parseLong(text) > max) {
                throw new IllegalArgumentException("is not a whole number from " + min + " to " + max);
            }
            return Integer.parseInt(text);
        });
    }

    public boolean flag(String key, boolean fallback) {
        return read(key, fallback, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        });
    }

    /** Written as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 3h} or {@code 7d}; never negative. */
    public Duration duration(String key, String fallback) {
        return read(key, Units.duration(fallback), Units::duration);
    }

    /** Written as {@code 64KiB} (times 1024) or {@code 64MB} (times 1000). */
    public long bytes(String key, String fallback) {
        return read(key, Units.bytes(fallback), Units::bytes);
    }

    /** A list in the file; in the environment its items stand between commas. */
    public List<String> texts(String key, List<String> fallback) {
        var value = settings.given(name, key).map(Given::many).orElse(fallback);
        settings.asked(name, key, String.join(", ", value), String.join(", ", fallback), false);
        return value;
    }

    /** An absolute http or https address. */
    public URI address(String key, String fallback) {
        return read(key, webAddress(fallback), Section::webAddress);
    }

    /** Like {@link #address(String, String)}; empty when the key is absent or without a value. */
    public Optional<URI> address(String key) {
        return find(key, Section::webAddress, false);
    }

    /** Constants are written in lower case, with hyphens or underscores. */
    public <E extends Enum<E>> E oneOf(String key, E fallback) {
        var constants = fallback.getDeclaringClass().getEnumConstants();
        return read(
                key,
                fallback,
                text -> Arrays.stream(constants)
                        .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("is not one of " + names(constants))));
    }

    /** Notes that a value, read well by itself, cannot be used; {@code why} ends "key: ...". */
    public void reject(String key, String why) {
        var source = settings.given(name, key).map(given -> " (" + given.source() + ")");
        settings.mistake(name + "." + key + ": " + why + source.orElse(""));
    }

    private <T> T read(String key, T fallback, Function<String, T> parse) {
        var value = settings.given(name, key)
                .map(given -> parse(key, given, parse, false))
                .orElse(fallback);
        settings.asked(name, key, value.toString(), fallback.toString(), false);
        return value;
    }

    private <T> Optional<T> find(String key, Function<String, T> parse, boolean secret) {
        var value = settings.given(name, key).map(given -> parse(key, given, parse, secret));
        settings.asked(name, key, value.map(Object::toString).orElse(""), "", secret);
        return value;
    }

    private <T> @Nullable T parse(String key, Given given, Function<String, T> parse, boolean secret) {
        var shown = secret ? "its value" : "\"" + String.join(", ", given.items()) + "\"";
        try {
            if (given.list()) {
                throw new IllegalArgumentException("is a list, and one value is wanted");
            }
            return parse.apply(given.single());
        } catch (IllegalArgumentException e) {
            reject(key, shown + " " + e.getMessage());
        } catch (ArithmeticException e) {
            reject(key, shown + " is too large");
        }
        return null;
    }

    private static URI webAddress(String text) {
        var address = URI.create(text);
        var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("is not an http or https address");
        }
        return address;
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
