package org.eventcenter.wiki;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The open, public wikis of the family, in the order of the central wiki's list. */
public final class SiteMatrix {
    private final List<WikiSite> sites;
    private final Map<String, WikiSite> byId;

    public SiteMatrix(List<WikiSite> sites) {
        this.sites = List.copyOf(sites);
        this.byId =
                sites.stream().collect(Collectors.toUnmodifiableMap(WikiSite::id, Function.identity(), (a, b) -> a));
    }

    public List<WikiSite> sites() {
        return sites;
    }

    /** The wiki with this database name; empty if it is unknown, closed or not public. */
    public Optional<WikiSite> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
