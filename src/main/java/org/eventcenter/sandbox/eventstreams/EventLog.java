package org.eventcenter.sandbox.eventstreams;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All topics: every stream twice, once for each data centre. Open connections hear that something came. */
public final class EventLog {
    private static final DateTimeFormatter INTAKE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long OFFSETS_FROM = 6_500_000_000L;

    private final Map<String, TopicLog> topics = new LinkedHashMap<>();
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private DataCentre active = DataCentre.EQIAD;

    /** A topic forgets its oldest events when it has more than {@code kept}. */
    public EventLog(int kept) {
        for (var stream : StreamNames.ALL) {
            for (var dataCentre : DataCentre.values()) {
                var name = dataCentre.topic(stream);
                topics.put(name, new TopicLog(name, OFFSETS_FROM + 1_000_000L * topics.size(), kept));
            }
        }
    }

    /** From now on events are taken in by the other data centre. */
    public void switchDataCentre() {
        active = active == DataCentre.EQIAD ? DataCentre.CODFW : DataCentre.EQIAD;
    }

    void append(String stream, Instant toldAt, JsonObject event) {
        append(stream, active, toldAt, event);
    }

    void append(String stream, DataCentre dataCentre, Instant toldAt, JsonObject event) {
        var topic = topic(dataCentre.topic(stream)).orElseThrow();
        event.getJsonObject("meta")
                .put("dt", INTAKE_TIME.format(toldAt))
                .put("topic", topic.name())
                .put("partition", 0)
                .put("offset", topic.nextOffset());
        topic.append(toldAt.toEpochMilli(), event.toBuffer());
        List.copyOf(listeners).forEach(Runnable::run);
    }

    Optional<TopicLog> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
