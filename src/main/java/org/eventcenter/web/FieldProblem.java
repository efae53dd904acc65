package org.eventcenter.web;

import java.util.Arrays;
import java.util.List;

/**
 * A mistake in one field.
 *
 * @param pointer where: {@code /name} for a field of a form or of a JSON body, {@code /wikis/0/dbname} deeper down
 * @param message key of what is wrong and what would be right
 */
public record FieldProblem(String pointer, String message, List<Object> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem at(String pointer, String message, Object... arguments) {
        return new FieldProblem(pointer, message, Arrays.asList(arguments));
    }
}
