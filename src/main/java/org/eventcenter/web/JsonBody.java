package org.eventcenter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request. Asking for a member makes it known; a value of another type is noted as a mistake and
 * read as absent; {@link #finish()} then tells all mistakes together, members nobody asked for included. For one thread.
 */
public final class JsonBody {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonObject json;
    private final String pointer;
    private final List<FieldProblem> mistakes;
    private final Set<String> known = new HashSet<>();

    private JsonBody(JsonObject json, String pointer, List<FieldProblem> mistakes) {
        this.json = json;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    /** Throws a problem for whatever is no JSON object, or says one member twice. */
    public static JsonBody read(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/json")) {
            throw Problem.of(415, "wrong-type").exception();
        }
        return new JsonBody(parse(context), "", new ArrayList<>());
    }

    private static JsonObject parse(RoutingContext context) {
        var body = context.body().buffer();
        try {
            var read = STRICT.readValue(
                    body == null ? new byte[0] : body.getBytes(),
                    new TypeReference<@Nullable Map<String, Object>>() {});
            if (read != null) {
                return new JsonObject(read);
            }
        } catch (JsonProcessingException e) {
            throw Problem.of(400, "no-json").exception();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Problem.of(400, "no-json").exception();
    }

    /** Free of control characters; empty when it is absent. */
    public Optional<String> text(String member) {
        return value(member, String.class)
                .map(text -> new PlainText(text).value().strip());
    }

    /** A text that must be there; the mistake is noted and the text empty when it is not. */
    public String requiredText(String member) {
        var text = text(member).orElse("");
        if (text.isEmpty() && !hasMistake(member)) {
            mistake("/" + member, "api-mistake-missing");
        }
        return text;
    }

    public boolean flag(String member, boolean fallback) {
        return flag(member).orElse(fallback);
    }

    /** Empty when it is absent. */
    public Optional<Boolean> flag(String member) {
        return value(member, Boolean.class);
    }

    /** A whole number. */
    public Optional<Long> number(String member) {
        return value(member, Number.class)
                .filter(number -> {
                    var whole = number instanceof Integer || number instanceof Long;
                    if (!whole) {
                        mistake("/" + member, "api-mistake-number");
                    }
                    return whole;
                })
                .map(Number::longValue);
    }

    /** A list of texts or whole numbers; items of another type are noted and left out. Empty when it is absent. */
    public <T> List<T> list(String member, Class<T> type) {
        var items = new ArrayList<T>();
        var given = value(member, JsonArray.class).orElseGet(JsonArray::new);
        for (int i = 0; i < given.size(); i++) {
            var item = given.getValue(i);
            if (type.isInstance(item)) {
                items.add(type.cast(item));
            } else {
                mistake("/" + member + "/" + i, typeMistake(type));
            }
        }
        return items;
    }

    /** A list of objects, whose mistakes are told with those of this one. */
    public List<JsonBody> objects(String member) {
        var objects = new ArrayList<JsonBody>();
        var items = list(member, JsonObject.class);
        for (int i = 0; i < items.size(); i++) {
            objects.add(new JsonBody(items.get(i), pointer + "/" + member + "/" + i, mistakes));
        }
        return objects;
    }

    /** Notes something that is wrong with a value by what it means. */
    public void mistake(String at, String message, Object... arguments) {
        mistakes.add(FieldProblem.at(pointer + at, message, arguments));
    }

    public boolean hasMistake(String member) {
        return mistakes.stream().anyMatch(mistake -> mistake.pointer().equals(pointer + "/" + member));
    }

    /** Notes the members that nobody asked for; for each object of a list. */
    public void noMore() {
        json.fieldNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> mistake("/" + name, "api-mistake-unknown"));
    }

    /** Throws a problem that tells every mistake, if there is one. */
    public void finish() {
        noMore();
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes).exception();
        }
    }

    private <T> Optional<T> value(String member, Class<T> type) {
        known.add(member);
        var value = json.getValue(member);
        if (value == null || type.isInstance(value)) {
            return Optional.ofNullable(type.cast(value));
        }
        mistake("/" + member, typeMistake(type));
        return Optional.empty();
    }

    private static String typeMistake(Class<?> type) {
        if (type == String.class) {
            return "api-mistake-text";
        }
        if (type == Boolean.class) {
            return "api-mistake-flag";
        }
        if (type == JsonArray.class) {
            return "api-mistake-list";
        }
        return type == JsonObject.class ? "api-mistake-object" : "api-mistake-number";
    }
}
