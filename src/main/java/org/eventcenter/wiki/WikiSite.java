package org.eventcenter.wiki;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One wiki of the family.
 *
 * @param id the database name, the key of a wiki everywhere: {@code enwiki}
 * @param address without a slash at the end: {@code https://en.wikipedia.org}
 * @param language code of its content: {@code en}; of a multilingual wiki whatever the site matrix says
 * @param autonym the language in its own words: {@code English}; empty for a multilingual wiki
 * @param project {@code wiki} for a Wikipedia, {@code wiktionary} …; of a multilingual wiki its own code: {@code commons}
 * @param name as the wiki calls itself: {@code Wikipédia}, {@code Wikimedia Commons}
 */
public record WikiSite(String id, URI address, String language, String autonym, String project, String name) {
    /** Whether it is the wiki of a project in many languages at once, such as Commons. */
    public boolean isMultilingual() {
        return autonym.isEmpty();
    }

    /** Where people read the page of this title (with its prefix). */
    public URI page(String title) {
        return URI.create(address + "/wiki/" + inAddress(title));
    }

    /** A title as it stands in addresses. */
    public static String inAddress(String title) {
        var encoded = URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8);
        return encoded.replace("%2F", "/").replace("%3A", ":");
    }
}
