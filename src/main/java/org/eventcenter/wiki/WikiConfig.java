package org.eventcenter.wiki;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eventcenter.config.Section;

/**
 * Where the wikis are and how we present ourselves to them.
 *
 * @param url the central wiki, without a slash at the end: accounts, site matrix, OAuth
 * @param hosts further hosts ({@code name} or {@code name:port}) that the operator trusts although they are addresses,
 *     localhost or without https
 * @param contact a web page or mail address for the operators of the wikis, who block clients without one
 * @param timeout how long one answer may take
 */
public record WikiConfig(URI url, List<String> hosts, String contact, Duration timeout) {
    private static final Pattern DOMAIN = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]+");

    public WikiConfig {
        hosts = List.copyOf(hosts);
    }

    public static WikiConfig from(Section section) {
        var url = section.address("url", "https://meta.wikimedia.org");
        var contact = section.text("contact", "https://meta.wikimedia.org/wiki/Event_Center");
        if (!contact.matches("[\\x21-\\x7E]+")) {
            section.reject("contact", "is not an address of a page or a mail address");
        }
        return new WikiConfig(
                URI.create(url.toString().replaceAll("/+$", "")),
                section.texts("hosts", List.of()),
                contact,
                section.duration("timeout", "10s"));
    }

    /** The same, of another central wiki. */
    public WikiConfig at(URI centralWiki) {
        return new WikiConfig(centralWiki, hosts, contact, timeout);
    }

    /** What we call ourselves in every request to a wiki, the stream included. */
    public String userAgent() {
        return "EventCenter/0.1 (" + contact + ") Vert.x/5";
    }

    /** Whether requests may go to this address: a name on the web by https, the central wiki, or a host of the list. */
    public boolean trusts(URI address) {
        var authority = Objects.requireNonNullElse(address.getRawAuthority(), "");
        return authority.equals(url.getRawAuthority())
                || hosts.contains(authority)
                || ("https".equals(address.getScheme())
                        && DOMAIN.matcher(authority).matches());
    }
}
