package org.eventcenter.sandbox.eventstreams;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The streams that are exposed, under their names and their aliases. */
final class StreamNames {
    static final String VISIBILITY_CHANGE = "mediawiki.revision-visibility-change";
    static final String TEST = "eventgate-main.test.event";
    static final List<String> ALL =
            List.of(PageChangeText.STREAM, TagsChangeText.STREAM, RecentChangeText.STREAM, VISIBILITY_CHANGE, TEST);

    private static final Map<String, String> ALIASES = Map.of("recentchange", RecentChangeText.STREAM, "test", TEST);

    private StreamNames() {}

    static Optional<String> find(String name) {
        var full = ALIASES.getOrDefault(name, name);
        return ALL.contains(full) ? Optional.of(full) : Optional.empty();
    }
}
