package org.eventcenter.campaign;

import java.time.Instant;
import java.time.ZoneId;
import org.eventcenter.web.Words;

/** When an event is, in words and in the zone of its clocks. */
public final class EventTimes {
    private EventTimes() {}

    /** {@code Saturday, 5 December, from 10:00 to 17:00}, or with both days where they differ. */
    static String window(Words words, CampaignEvent event, Instant now) {
        var zone = event.timeZone();
        var start = words.day(event.startsAt(), zone, now);
        var end = words.day(event.endsAt(), zone, now);
        var from = clock(words, event, zone, event.startsAt());
        var to = clock(words, event, zone, event.endsAt());
        return start.equals(end)
                ? words.text("campaign-window", start, from, to)
                : words.text("campaign-window-days", start, from, end, to);
    }

    /** What a zone's clocks show at the event's start or end: with the offset where the other one has another. */
    public static String clock(Words words, CampaignEvent event, ZoneId zone, Instant at) {
        return event.clocksChange(zone) ? words.clockWithOffset(at, zone) : words.clock(at, zone);
    }

    /** Where these clocks are: {@code Nairobi (EAT)}, the city alone where each time has its offset. */
    public static String place(Words words, CampaignEvent event, ZoneId zone) {
        return event.clocksChange(zone) ? words.city(zone, event.startsAt()) : words.place(zone, event.startsAt());
    }
}
