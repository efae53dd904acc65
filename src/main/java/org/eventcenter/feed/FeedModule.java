package org.eventcenter.feed;

import java.util.Optional;
import org.eventcenter.module.Module;

/** Brings the tables of the journal. It runs nothing: who changes an event writes entries, who shows one reads them. */
public final class FeedModule implements Module {
    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/feed/migrations");
    }
}
