package org.eventcenter.campaign;

import java.time.Instant;
import org.eventcenter.web.Words;

/** When an event is, in words and in its own zone. */
final class EventTimes {
    private EventTimes() {}

    /** {@code Saturday, 5 December, from 10:00 to 17:00}, or with both days where they differ. */
    static String window(Words words, CampaignEvent event, Instant now) {
        var zone = event.timeZone();
        var start = words.day(event.startsAt(), zone, now);
        var end = words.day(event.endsAt(), zone, now);
        var from = words.clock(event.startsAt(), zone);
        var to = words.clock(event.endsAt(), zone);
        return start.equals(end)
                ? words.text("campaign-window", start, from, to)
                : words.text("campaign-window-days", start, from, end, to);
    }
}
