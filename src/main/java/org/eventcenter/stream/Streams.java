package org.eventcenter.stream;

import java.util.List;

/** The names of the streams that we read, and of the topics that each consists of. */
final class Streams {
    static final String PAGE_CHANGE = "mediawiki.page_change.v1";
    static final String RECENTCHANGE = "mediawiki.recentchange";
    static final String TAGS_CHANGE = "mediawiki.revision-tags-change";

    /** Either may be the active one; which one changes a few times a year, within a connection. */
    private static final List<String> DATA_CENTRES = List.of("eqiad", "codfw");

    private Streams() {}

    static List<String> names(StreamConfig.Edits edits) {
        return switch (edits) {
            case PAGE_CHANGE -> List.of(PAGE_CHANGE, TAGS_CHANGE);
            case RECENTCHANGE -> List.of(RECENTCHANGE, TAGS_CHANGE);
        };
    }

    /** Those of both data centres that tell of edits. */
    static List<String> editTopics(StreamConfig.Edits edits) {
        return topics(List.of(names(edits).get(0)));
    }

    static List<String> topics(StreamConfig.Edits edits) {
        return topics(names(edits));
    }

    private static List<String> topics(List<String> names) {
        return names.stream()
                .flatMap(stream -> DATA_CENTRES.stream().map(centre -> centre + "." + stream))
                .toList();
    }
}
