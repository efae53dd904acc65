package org.eventcenter.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eventcenter.config.Section;

/**
 * Where the hub listens and how it is called from outside.
 *
 * @param port never 0: see {@link FreePort}
 * @param publicUrl scheme, host and port without a path; links, QR codes and cookies follow it
 * @param hosts further {@code host} or {@code host:port} at which API, health and sockets answer
 * @param bodyTimeout a request body that has not arrived by then is cut off
 */
public record HttpConfig(String host, int port, String publicUrl, List<String> hosts, Duration bodyTimeout) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");

    public HttpConfig {
        hosts = List.copyOf(hosts);
        if (!ORIGIN.matcher(publicUrl).matches()) {
            throw new IllegalArgumentException("http.public_url must be like https://events.example.org");
        }
    }

    /** Section {@code http}; the public address follows the port where none is written. */
    public static HttpConfig from(Section section) {
        int port = FreePort.choose(section.number("port", 8080, 0, 65_535));
        var publicUrl = section.address("public_url").map(URI::toString).orElse("http://localhost:" + port);
        if (!ORIGIN.matcher(publicUrl).matches()) {
            section.reject("public_url", "has more than scheme, host and port, such as https://events.example.org");
            publicUrl = "http://localhost:" + port;
        }
        return new HttpConfig(
                section.text("host", "127.0.0.1"),
                port,
                publicUrl,
                section.texts("hosts", List.of()),
                section.duration("body_timeout", "10s"));
    }

    /** This machine, for itself alone. */
    public static HttpConfig local(int port) {
        return new HttpConfig("127.0.0.1", port, "http://localhost:" + port, List.of(), Duration.ofSeconds(10));
    }

    public boolean https() {
        return publicUrl.startsWith("https:");
    }

    /** The full address of a path, for links that leave the hub. */
    public String url(String path) {
        return publicUrl + path;
    }

    /** Where our own sockets are, for the content policy. */
    public String socketOrigin() {
        return publicUrl.replaceFirst("^http", "ws");
    }

    /** Whether a page asked at this host is at home; elsewhere it is sent there. */
    public boolean isPublicHost(String authority) {
        return withoutDefaultPort(authority)
                .equals(withoutDefaultPort(URI.create(publicUrl).getRawAuthority()));
    }

    /** Whether a request to this host is meant for us at all. */
    public boolean isOurHost(String authority) {
        var asked = authority.toLowerCase(Locale.ROOT);
        return isPublicHost(asked)
                || hosts.contains(asked)
                || List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port)
                        .contains(asked);
    }

    /** Whether a browser says that the request comes from one of our own pages. */
    public boolean isOwnOrigin(String origin) {
        return origin.startsWith(https() ? "https://" : "http://")
                && isPublicHost(origin.replaceFirst("^https?://", ""));
    }

    private String withoutDefaultPort(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(https() ? ":443$" : ":80$", "");
    }
}
