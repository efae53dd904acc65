package org.eventcenter.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code meta}: what every event has, whatever its stream, and what the position is made of. Read
 * first, and no further than it has to be.
 *
 * @param stream as {@code mediawiki.page_change.v1}, without a data centre
 */
record Envelope(TopicTime seen, String stream, boolean canary) {
    /** The domain of the events that only show that a stream is alive; they need not look like an event of it. */
    private static final String CANARY = "canary";

    static Envelope read(JsonFactory json, byte[] event) throws IOException, Malformed {
        try (var parser = json.createParser(event)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean meta = parser.currentName().equals("meta");
                if (parser.nextToken() == JsonToken.START_OBJECT && meta) {
                    return readMeta(parser);
                }
                parser.skipChildren();
            }
        }
        throw new Malformed("meta is missing");
    }

    private static Envelope readMeta(JsonParser parser) throws IOException, Malformed {
        String topic = null;
        String stream = null;
        String domain = null;
        String dt = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken().isScalarValue() ? parser.getValueAsString() : null;
            parser.skipChildren();
            switch (name) {
                case "topic" -> topic = value;
                case "stream" -> stream = value;
                case "domain" -> domain = value;
                case "dt" -> dt = value;
                default -> {}
            }
        }
        return of(topic, stream, domain, dt);
    }

    private static Envelope of(
            @Nullable String topic, @Nullable String stream, @Nullable String domain, @Nullable String dt)
            throws Malformed {
        if (dt == null) {
            throw new Malformed("meta.dt is missing");
        }
        var place = topic == null ? stream : topic;
        if (place == null) {
            throw new Malformed("meta.topic is missing");
        }
        var seen = new TopicTime(JsonFields.shortName(place, "meta.topic"), JsonFields.time(dt));
        return new Envelope(seen, stream == null ? streamOf(place) : stream, CANARY.equals(domain));
    }

    /** Topics are named {@code <data centre>.<stream>}. */
    private static String streamOf(String topic) {
        return topic.substring(topic.indexOf('.') + 1);
    }
}
