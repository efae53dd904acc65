package org.eventcenter.bus;

import java.util.function.Function;

/** A named place on the bus with the type of what is said there, as text (no codec, nothing serialized). */
public record Topic<T>(String address, Function<T, String> write, Function<String, T> read) {}
