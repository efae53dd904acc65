package org.eventcenter.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request, as RFC 9457 tells it. Title and detail are the messages {@code problem-<name>} and
 * {@code problem-<name>-detail} in the reader's language, the detail with these arguments; both the API and the error
 * page show them.
 *
 * @param name of the kind of problem, part of its address: {@code /problems/<name>}
 * @param fields mistakes in single fields; empty when the whole request is meant
 * @param extensions further members of the JSON answer
 */
public record Problem(
        int status, String name, List<Object> arguments, List<FieldProblem> fields, Map<String, Object> extensions) {

    public Problem {
        arguments = List.copyOf(arguments);
        fields = List.copyOf(fields);
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(int status, String name, Object... arguments) {
        return new Problem(status, name, Arrays.asList(arguments), List.of(), Map.of());
    }

    /** There is nothing here, or nothing that this visitor may know of: both look the same. */
    public static Problem notFound() {
        return of(404, "not-found");
    }

    /** The same for an event that does not exist, is a draft, or is none of the visitor's business. */
    public static Problem unknownEvent() {
        return of(404, "unknown-event");
    }

    /** The visitor has to sign in first. */
    public static Problem signInFirst() {
        return of(401, "sign-in-first");
    }

    public static Problem forbidden() {
        return of(403, "forbidden");
    }

    /** All mistakes of a form or a JSON body at once. */
    public static Problem invalid(List<FieldProblem> fields) {
        return new Problem(422, "invalid", List.of(), fields, Map.of());
    }

    /** The same request may succeed after this many seconds. */
    public Problem retryAfter(long seconds) {
        return with("retryAfter", seconds);
    }

    public Problem with(String member, Object value) {
        var more = new HashMap<>(extensions);
        more.put(member, value);
        return new Problem(status, name, arguments, fields, more);
    }

    public String title(Words words) {
        return words.text("problem-" + name);
    }

    /** What one can do about it. */
    public String detail(Words words) {
        return words.text("problem-" + name + "-detail", arguments.toArray());
    }

    /** The same for people who look at a page, where the API's words would be none of their business. */
    String pageDetail(Words words) {
        var key = "problem-" + name + "-page";
        return words.has(key) ? words.text(key) : detail(words);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
