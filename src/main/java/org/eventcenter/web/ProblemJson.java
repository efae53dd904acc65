package org.eventcenter.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A problem as RFC 9457 writes it; {@code openapi.yaml} describes it. */
final class ProblemJson {
    private ProblemJson() {}

    static JsonObject of(Problem problem, Words words, String requestId) {
        var json = new JsonObject()
                .put("type", "/problems/" + problem.name())
                .put("title", problem.title(words))
                .put("status", problem.status())
                .put("detail", problem.detail(words))
                .put("request", requestId);
        if (!problem.fields().isEmpty()) {
            json.put("errors", fields(problem, words));
        }
        problem.extensions().forEach(json::put);
        return json;
    }

    private static JsonArray fields(Problem problem, Words words) {
        var fields = new JsonArray();
        for (var field : problem.fields()) {
            fields.add(new JsonObject()
                    .put("pointer", field.pointer())
                    .put("code", field.message())
                    .put("detail", words.text(field.message(), field.arguments().toArray())));
        }
        return fields;
    }
}
