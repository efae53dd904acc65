package org.eventcenter.live;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eventcenter.feed.FeedAudience;

/** A feed as browsers call it: {@code event/<slug>/public} or {@code event/<slug>/organizers}. */
public record FeedName(String slug, FeedAudience audience) {
    private static final Pattern WRITTEN = Pattern.compile("event/([^/\\p{Cntrl}]{1,100})/(public|organizers)");

    static Optional<FeedName> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var audience = matcher.group(2).equals("public") ? FeedAudience.PUBLIC : FeedAudience.ORGANIZERS;
        return Optional.of(new FeedName(matcher.group(1), audience));
    }

    @Override
    public String toString() {
        return "event/" + slug + "/" + audience.word();
    }
}
