package org.eventcenter.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import org.eventcenter.feed.FeedAudience;
import org.eventcenter.stream.SourceState;
import org.jspecify.annotations.Nullable;

/** Writes the frames of the protocol as JSON text; {@code asyncapi.yaml} describes them. */
final class FrameText {
    /** Lists that are longer than this, in characters, may have been cut by the database to fit into a frame. */
    private static final int LONG_LIST = 15_000;

    private FrameText() {}

    static String snapshot(FeedName feed, JsonObject read) {
        var state = read.getJsonObject("state");
        var frame = frame("snapshot", feed)
                .put("v", Hello.VERSION)
                .put("token", read.getString("token"))
                .put("at", read.getDouble("at"))
                .put("state", state);
        return marked(frame, state.getJsonArray("edits")).encode();
    }

    static String entries(FeedName feed, JsonObject read) {
        var visible = Visible.of(read.getJsonArray("entries"), feed.audience() == FeedAudience.PUBLIC);
        var frame = frame("entries", feed)
                .put("from", read.getString("from"))
                .put("token", read.getString("token"))
                .put("at", read.getDouble("at"))
                .put("totals", read.getJsonObject("totals"))
                .put("goals", read.getJsonArray("goals"))
                .put("status", read.getJsonArray("status"))
                .put("minutes", read.getJsonArray("minutes"))
                .put("entries", visible.entries())
                .put("more", visible.more());
        var edits = read.getJsonArray("edits");
        return edits == null
                ? frame.encode()
                : marked(frame.put("edits", edits), edits).encode();
    }

    static String reset(FeedName feed) {
        return frame("reset", feed).encode();
    }

    /** {@code every}: after how many seconds the next one comes. */
    static String ping(Pulse pulse, long everyMillis, Collection<NamedFeed> watched) {
        var heads = new JsonObject();
        for (var feed : watched) {
            var head = pulse.heads().get(feed.feed());
            if (head != null) {
                heads.put(feed.name().toString(), head.toString());
            }
        }
        var ping = new JsonObject()
                .put("type", "ping")
                .put("at", pulse.now())
                .put("every", everyMillis / 1000.0)
                .put("heads", heads);
        pulse.source().ifPresent(source -> ping.put("source", source(source)));
        return ping.encode();
    }

    private static JsonObject source(SourceState source) {
        return new JsonObject()
                .put("state", source.kind().word())
                .put("since", seconds(source.since()))
                .put("upTo", seconds(source.exactUpTo()));
    }

    private static @Nullable Double seconds(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli() / 1000.0;
    }

    static String stale(double since) {
        return new JsonObject().put("type", "stale").put("since", since).encode();
    }

    private static JsonObject frame(String type, FeedName feed) {
        return new JsonObject().put("type", type).put("feed", feed.toString());
    }

    /** Says that older lines exist than those of a list that is not full. */
    private static JsonObject marked(JsonObject frame, JsonArray edits) {
        var cut = edits.size() < Visible.LISTED && edits.encode().length() > LONG_LIST;
        return cut ? frame.put("cut", true) : frame;
    }
}
