package org.eventcenter.stream;

import java.time.Instant;

/** Where an event stands in the stream: its Kafka topic, and the time at which Kafka took it ({@code meta.dt}). */
public record TopicTime(String topic, Instant at) {}
