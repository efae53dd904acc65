package org.eventcenter.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eventcenter.config.Section;

/**
 * The consumer under which the hub asks a wiki who somebody is.
 *
 * @param url scheme, host and port of the wiki, without a path
 * @param clientId empty when nobody registered the hub there; then nobody can sign in that way
 * @param clientSecret empty for a public client
 * @param timeout how long each answer of the wiki may take
 */
public record OAuthConfig(URI url, Optional<String> clientId, Optional<String> clientSecret, Duration timeout) {

    /** Section {@code oauth}. */
    public static OAuthConfig from(Section section) {
        var url = section.address("url", "https://meta.wikimedia.org");
        if (!"https".equals(url.getScheme()) && !isThisMachine(url)) {
            section.reject("url", "is neither https nor on this machine, so passwords could be read on the way");
        }
        return new OAuthConfig(
                URI.create(url.toString().replaceAll("/+$", "")),
                section.text("client_id"),
                section.secret("client_secret"),
                section.duration("timeout", "10s"));
    }

    /** A name or an address of this machine, as when the simulated wiki is the one to sign in at. */
    private static boolean isThisMachine(URI url) {
        try {
            var address = InetAddress.getByName(url.getHost());
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where the form of a page may lead, for the content policy. */
    public String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
