package org.eventcenter.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.eventcenter.wiki.UserName;

/**
 * Reads an event into the change that it tells, if it is one of somebody who is known. Most events are dismissed after
 * a look at a few of their bytes. Never throws: an event that nobody can read is a {@link Reading} too.
 */
final class ChangeReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder(JSON)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Interest interest;
    private final Glance glance;

    ChangeReader(Interest interest) {
        this.interest = interest;
        this.glance = new Glance(interest);
    }

    Reading read(byte[] event) {
        Envelope envelope;
        try {
            envelope = Envelope.read(JSON, event);
        } catch (IOException | Malformed e) {
            return Reading.malformed(null, fault(e));
        }
        try {
            return Reading.of(envelope.seen(), change(envelope, event));
        } catch (IOException | Malformed e) {
            return Reading.malformed(envelope.seen(), fault(e));
        }
    }

    private Optional<? extends Change> change(Envelope envelope, byte[] event) throws IOException, Malformed {
        if (envelope.canary()) {
            return Optional.empty();
        }
        return switch (envelope.stream()) {
            case Streams.PAGE_CHANGE ->
                glance.mayBeOfSomebodyKnown(event)
                        ? PageChange.read(parse(event), envelope.seen()).filter(this::isOfSomebodyKnown)
                        : Optional.empty();
            case Streams.RECENTCHANGE ->
                glance.mayBeOfSomebodyKnown(event)
                        ? RecentChange.read(parse(event), envelope.seen()).filter(this::isOfSomebodyKnown)
                        : Optional.empty();
            case Streams.TAGS_CHANGE ->
                Glance.mayTellOfRevert(event)
                        ? TagsChange.read(parse(event), envelope.seen()).filter(this::isWanted)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean isOfSomebodyKnown(Change.Revision change) {
        var centralId = change.editor().centralId();
        return (centralId != null && interest.knowsAccount(centralId))
                || interest.knowsName(UserName.canonical(change.editor().name()));
    }

    private boolean isWanted(Change.RevertMark mark) {
        return interest.wantsFactOf(mark.wiki(), mark.revId());
    }

    private static JsonFields parse(byte[] event) throws IOException {
        JsonNode tree = MAPPER.readTree(event);
        return new JsonFields(tree);
    }

    /** One line, without a piece of the event: that is kept beside it. */
    private static String fault(Exception e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
