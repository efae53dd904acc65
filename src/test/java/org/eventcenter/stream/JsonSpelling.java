package org.eventcenter.stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes the same JSON in one of the many ways that the grammar allows. */
final class JsonSpelling {
    private final Random random;
    private final int escapes;

    private JsonSpelling(Random random) {
        this.random = random;
        this.escapes = random.nextBoolean() ? 0 : 1 + random.nextInt(300);
    }

    static String random(JsonObject value, Random random) {
        return new JsonSpelling(random).value(value);
    }

    private String value(Object value) {
        if (value instanceof JsonObject object) {
            var names = new ArrayList<>(object.fieldNames());
            Collections.shuffle(names, random);
            return names.stream()
                    .map(name ->
                            blank() + text(name) + blank() + ":" + blank() + value(object.getValue(name)) + blank())
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(item -> blank() + value(item) + blank())
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Number number) {
            return number(number.longValue());
        }
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    private String number(long value) {
        return switch (value == 0 ? 7 : random.nextInt(8)) {
            case 0 -> value + ".0";
            case 1 -> value + "e0";
            case 2 -> value + "0E-1";
            default -> String.valueOf(value);
        };
    }

    private String text(String text) {
        return "\"" + text.chars().mapToObj(c -> letter((char) c)).collect(Collectors.joining()) + "\"";
    }

    private String letter(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        if (c == '/' && random.nextBoolean()) {
            return "\\/";
        }
        boolean escape = escapes > 0 && random.nextInt(escapes) == 0;
        return escape ? String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c) : String.valueOf(c);
    }

    private String blank() {
        return switch (random.nextInt(20)) {
            case 0 -> " ";
            case 1 -> "\t\r ";
            default -> "";
        };
    }
}
