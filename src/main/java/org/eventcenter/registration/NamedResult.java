package org.eventcenter.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * What became of one name of a list.
 *
 * @param name as it was given
 * @param user as the wiki spells it, or as it would
 */
public record NamedResult(String name, String user, Outcome outcome) {
    /** The words of the API are these in lower case. */
    public enum Outcome {
        ADDED,
        /** In before; nothing was changed, whether public or private. */
        ALREADY,
        /** No wiki knows the name. */
        UNKNOWN,
        /** No account can have this name. */
        INVALID,
        /** The name holds a character that nobody sees: what it looks like may well be an account. */
        INVISIBLE_CHARACTER,
        /** Temporary accounts cannot take part. */
        TEMPORARY,
        /** Besides the wiki's account one of this hub alone has the name: an operator says whether they are one person. */
        TWO_OF_A_NAME,
        /** The same account stands earlier in the list. */
        TWICE,
        FULL,
        /** The event does not take place. */
        CANCELLED,
        /** Not now; ask again. */
        AGAIN
    }

    static Outcome of(JoinOutcome joined) {
        return switch (joined) {
            case JOINED -> Outcome.ADDED;
            case ALREADY -> Outcome.ALREADY;
            case FULL -> Outcome.FULL;
            case CANCELLED -> Outcome.CANCELLED;
            case AGAIN, SUPERSEDED -> Outcome.AGAIN;
            case NOT_YET_OPEN, CLOSED, ENDED, REMOVED ->
                throw new IllegalStateException("organizers add people at any time, and any people: " + joined);
        };
    }

    static JsonObject json(List<NamedResult> results) {
        var list = new JsonArray();
        results.forEach(result -> list.add(new JsonObject()
                .put("name", result.name)
                .put("user", result.user)
                .put("result", result.outcome.name().toLowerCase(Locale.ROOT))));
        return new JsonObject().put("results", list);
    }
}
