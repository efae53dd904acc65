package org.eventcenter.campaign;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eventcenter.wiki.SiteMatrix;
import org.eventcenter.wiki.WikiClient;
import org.eventcenter.wiki.WikiSite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people call the wikis of an event. Where the wiki cannot be asked, its database name has to do. */
public final class WikiNames {
    private static final Logger log = LoggerFactory.getLogger(WikiNames.class);

    /** A page does not wait longer for names; the next one has them. */
    private static final long WITHIN_MILLIS = 1_000;

    private final WikiClient wikis;

    public WikiNames(WikiClient wikis) {
        this.wikis = wikis;
    }

    /**
     * How a wiki is called.
     *
     * @param name {@code Wikipédia (français)} or {@code Wikimedia Commons}, in its own words
     * @param shortName where space is dear: {@code français} for a Wikipedia, the name for all others
     * @param language of that name; empty where it has none
     * @param address of the wiki, for links to its pages; empty when unknown
     */
    public record WikiName(String name, String shortName, String language, String address) {
        /** Where people read a page of it; the wiki itself may be unknown, then nowhere. */
        public @Nullable String page(String title) {
            return address.isEmpty() ? null : address + "/wiki/" + WikiSite.inAddress(title);
        }
    }

    /** By the wiki's database name, in this order. Never fails, and does not take longer than a page can wait. */
    public Future<Map<String, WikiName>> of(Collection<String> wikiIds) {
        return wikis.sites()
                .timeout(WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                .map(sites -> named(wikiIds, sites))
                .recover(failure -> {
                    log.debug("Wikis go by their database names: {}", failure.getMessage());
                    return Future.succeededFuture(named(wikiIds, new SiteMatrix(java.util.List.of())));
                });
    }

    private static Map<String, WikiName> named(Collection<String> wikiIds, SiteMatrix sites) {
        var names = new LinkedHashMap<String, WikiName>();
        wikiIds.forEach(id -> names.put(id, sites.find(id).map(WikiNames::name).orElse(new WikiName(id, id, "", ""))));
        return names;
    }

    private static WikiName name(WikiSite site) {
        var address = site.address().toString();
        if (site.isMultilingual()) {
            return new WikiName(site.name(), site.name(), "", address);
        }
        var name = site.name() + " (" + site.autonym() + ")";
        return new WikiName(name, site.project().equals("wiki") ? site.autonym() : name, site.language(), address);
    }
}
