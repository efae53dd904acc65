package org.eventcenter.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A position in a feed, written {@code <epoch>-<seq>}: eight characters that are made anew when the database was
 * restored, and the number of the last entry that was seen.
 */
public record FeedToken(String epoch, long seq) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{8})-(0|[1-9][0-9]{0,17})");

    /** Empty for whatever is no token; a socket answers it with a reset. */
    public static Optional<FeedToken> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new FeedToken(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "-" + seq;
    }
}
