package org.eventcenter.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The browser's own {@code fold.js}, run by Node. */
final class BrowserFold {
    private BrowserFold() {}

    /** What a page shows after these frames of one feed. */
    static JsonObject fold(List<JsonObject> frames) throws IOException {
        var node = new ProcessBuilder("node", "src/test/resources/live/replay.mjs", "webroot/js/live")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var input = node.outputWriter(StandardCharsets.UTF_8)) {
            for (var frame : frames) {
                input.write(frame.encode());
                input.newLine();
            }
        }
        return new JsonObject(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The same state in the same form. */
    static JsonObject form(FoldedScreen state) {
        var minutes = new JsonArray();
        state.minutes()
                .forEach((minute, edits) ->
                        minutes.add(new JsonArray().add(minute).add(edits)));
        return new JsonObject(new JsonObject()
                .put("token", state.token().toString())
                .put("at", state.at())
                .put("status", state.status())
                .put("goals", state.goals())
                .put("totals", state.totals())
                .put("minutes", minutes)
                .put("edits", new JsonArray(state.edits()))
                .put("editsFrom", state.editsFrom())
                .put("people", new JsonArray(state.people()))
                .encode());
    }
}
