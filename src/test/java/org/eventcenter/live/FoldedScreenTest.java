package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The screens of these tests follow the same rules as the browser's: these cases are those of {@code fold.test.js}. */
class FoldedScreenTest {
    @TestFactory
    Stream<DynamicTest> folds_as_the_browser_does() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/live/fold.json"))) {
            return new JsonArray(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .stream()
                            .map(JsonObject.class::cast)
                            .map(one -> DynamicTest.dynamicTest(one.getString("name"), () -> holds(one)));
        }
    }

    private static void holds(JsonObject one) {
        var state = FoldedScreen.of(one.getJsonObject("snapshot"));
        for (var step : one.getJsonArray("frames")) {
            var frame = ((JsonObject) step).getJsonObject("frame");
            var fit = state.fit(frame);
            assertThat(fit.name().toLowerCase(Locale.ROOT)).isEqualTo(((JsonObject) step).getString("fit"));
            state = fit == FoldedScreen.Fit.APPLIED ? state.after(frame) : state;
        }
        var expected = one.getJsonObject("expect");
        var shown = shown(state);
        shown.fieldNames().retainAll(expected.fieldNames());
        assertThat(shown.getMap()).isEqualTo(expected.getMap());
    }

    private static JsonObject shown(FoldedScreen state) {
        var minutes = new JsonArray();
        state.minutes()
                .forEach((minute, edits) ->
                        minutes.add(new JsonArray().add(minute).add(edits)));
        var all = new JsonObject()
                .put("token", state.token().toString())
                .put("totals", state.totals())
                .put("goals", state.goals())
                .put("status", state.status())
                .put("edits", fields(state.edits(), "seq"))
                .put("editsFrom", state.editsFrom())
                .put("firstEdit", state.edits().stream().findFirst().orElse(null))
                .put("people", fields(state.people(), "ref"))
                .put("firstPerson", state.people().stream().findFirst().orElse(null))
                .put("minutes", minutes);
        return new JsonObject(all.encode());
    }

    private static JsonArray fields(List<JsonObject> rows, String field) {
        return new JsonArray(rows.stream().map(row -> row.getValue(field)).toList());
    }
}
