package org.eventcenter.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eventcenter.feed.FeedToken;

/**
 * What a browser says when it opens a socket, and again when it noticed that it missed something: all that it wants to
 * watch from now on. Unknown fields are ignored.
 */
public record Hello(Pace pace, List<Wish> wishes) {
    /** The version of the frames that this hub speaks. */
    static final int VERSION = 1;

    private static final int DEPTH = 10;
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One feed of a hello.
     *
     * @param name empty for a name that no feed can have
     * @param after what the browser has seen; empty when it has nothing or when its token is not one of ours
     * @param reset whether it sent a token that cannot be read, and must be told so
     */
    public record Wish(Optional<FeedName> name, Optional<FeedToken> after, boolean reset) {}

    /** A hello, or why the socket is closed instead. */
    public record Heard(Optional<Hello> hello, CloseReason otherwise) {}

    static Heard parse(String text, int feedsAllowed) {
        try {
            return read(STRICT.readTree(text), feedsAllowed);
        } catch (JsonProcessingException e) {
            return refused(CloseReason.UNREADABLE);
        }
    }

    private static Heard read(JsonNode said, int feedsAllowed) {
        var pace = Pace.of(said.path("pace").asText());
        var feeds = said.path("feeds");
        if (!said.path("type").asText().equals("hello") || pace.isEmpty() || !feeds.isArray() || feeds.isEmpty()) {
            return refused(CloseReason.UNREADABLE);
        }
        if (feeds.size() > feedsAllowed) {
            return refused(CloseReason.TOO_MANY);
        }
        if (!speaksOurVersion(said.path("v"))) {
            return refused(CloseReason.RELOAD);
        }
        var wishes = new ArrayList<Wish>();
        feeds.forEach(feed -> wishes.add(wish(feed)));
        return new Heard(Optional.of(new Hello(pace.get(), List.copyOf(wishes))), CloseReason.UNREADABLE);
    }

    private static boolean speaksOurVersion(JsonNode versions) {
        for (var version : versions) {
            if (version.isInt() && version.intValue() == VERSION) {
                return true;
            }
        }
        return false;
    }

    private static Wish wish(JsonNode feed) {
        var after = feed.path("after");
        var token = FeedToken.parse(after.asText());
        var none = after.isMissingNode() || after.isNull();
        return new Wish(FeedName.parse(feed.path("feed").asText()), token, !none && token.isEmpty());
    }

    private static Heard refused(CloseReason reason) {
        return new Heard(Optional.empty(), reason);
    }
}
