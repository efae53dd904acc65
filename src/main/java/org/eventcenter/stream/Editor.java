package org.eventcenter.stream;

import org.jspecify.annotations.Nullable;

/** Who made a revision. The central id is null where the stream has none (recentchange, logged-out editors). */
public record Editor(@Nullable Long centralId, String name) {}
