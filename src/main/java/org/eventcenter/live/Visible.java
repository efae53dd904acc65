package org.eventcenter.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The entries of a frame without those that change nothing in the state at the frame's token: lines and people that newer
 * ones push off the lists, people who came and went within the frame, lines that do not count for the public. Whatever
 * corrects or takes away is never left out.
 *
 * @param more how many were left out
 */
record Visible(JsonArray entries, int more) {
    /** So many edits, and so many people, are in a state. */
    static final int LISTED = 50;

    static Visible of(JsonArray entries, boolean forPublic) {
        var sieve = new Sieve(forPublic);
        var kept = new ArrayList<JsonObject>(entries.size());
        for (int i = entries.size() - 1; i >= 0; i--) {
            var entry = entries.getJsonObject(i);
            if (sieve.keeps(entry)) {
                kept.add(entry);
            }
        }
        Collections.reverse(kept);
        return new Visible(new JsonArray(kept), entries.size() - kept.size());
    }

    /** Is shown the newest entry first, so that it knows what comes later. */
    private static final class Sieve {
        private final boolean forPublic;
        private final Set<String> goneOrShown = new HashSet<>();
        private final Set<String> withdrawn = new HashSet<>();
        private int people;
        private int edits;

        Sieve(boolean forPublic) {
            this.forPublic = forPublic;
        }

        boolean keeps(JsonObject entry) {
            var ref = entry.getString("ref", "");
            return switch (entry.getString("kind")) {
                case "joined" -> goneOrShown.add(ref) && people++ < LISTED;
                case "contributed" -> isShown(entry, ref) && edits++ < LISTED;
                case "left" -> notes(goneOrShown, ref);
                case "withdrawn" -> notes(goneOrShown, ref) && notes(withdrawn, ref);
                default -> true;
            };
        }

        private static boolean notes(Set<String> refs, String ref) {
            refs.add(ref);
            return true;
        }

        private boolean isShown(JsonObject entry, String ref) {
            return !withdrawn.contains(ref) && (!forPublic || entry.getBoolean("counts"));
        }
    }
}
