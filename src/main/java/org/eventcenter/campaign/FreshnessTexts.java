package org.eventcenter.campaign;

import java.util.List;
import java.util.stream.Stream;

/** What scripts say of how fresh a page is; {@code webroot/js/freshness.js} chooses. */
public final class FreshnessTexts {
    /** Of the source of edits while it is not live: the same on every page. */
    public static final List<String> OF_SOURCE = List.of(
            "campaign-source-late", "campaign-source-catching_up", "campaign-source-away", "campaign-source-none");

    /** All that public pages say. */
    static final List<String> PUBLIC = Stream.concat(
                    Stream.of("campaign-live", "campaign-late", "campaign-offline", "campaign-closed"),
                    OF_SOURCE.stream())
            .toList();

    private FreshnessTexts() {}
}
