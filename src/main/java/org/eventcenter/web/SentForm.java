package org.eventcenter.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form as it was sent: what stood in each field, and the mistakes found in it, so that both can be shown again. */
public record SentForm(Map<String, String> values, List<FieldProblem> mistakes) {
    private static final int LONGEST = 64 * 1024;

    public SentForm {
        values = Map.copyOf(values);
        mistakes = List.copyOf(mistakes);
    }

    /** A form that nobody has filled in. */
    public static SentForm empty() {
        return new SentForm(Map.of(), List.of());
    }

    /** What stands in the fields before anybody typed. */
    public static SentForm of(Map<String, String> values) {
        return new SentForm(values, List.of());
    }

    /** The form of this request; a field that was sent twice keeps its first value. */
    public static SentForm sent(RoutingContext context) {
        var values = new HashMap<String, String>();
        context.request()
                .formAttributes()
                .forEach(field -> values.putIfAbsent(field.getKey(), clean(field.getValue())));
        values.remove("csrf");
        return of(values);
    }

    private static String clean(String text) {
        int characters = Math.min(text.codePointCount(0, text.length()), LONGEST);
        return new PlainText(text.substring(0, text.offsetByCodePoints(0, characters)))
                .value()
                .strip();
    }

    /** Empty text when the field was not sent. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a check box is ticked. */
    public boolean ticked(String field) {
        return values.containsKey(field);
    }

    public SentForm withMistake(String field, String message, Object... arguments) {
        var more = new ArrayList<>(mistakes);
        more.add(FieldProblem.at("/" + field, message, arguments));
        return new SentForm(values, more);
    }

    public boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    public List<FieldProblem> mistakesOf(String field) {
        return mistakes.stream()
                .filter(mistake -> mistake.pointer().equals("/" + field))
                .toList();
    }
}
