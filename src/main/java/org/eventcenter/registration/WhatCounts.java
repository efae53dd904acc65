package org.eventcenter.registration;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventTimes;
import org.eventcenter.web.Words;

/** What an event counts, in words. */
public final class WhatCounts {
    private WhatCounts() {}

    /** On which kinds of pages. */
    public static String pages(Words words, List<Integer> namespaces) {
        return namespaces.equals(List.of(0))
                ? words.text("registration-counts-articles")
                : words.text(
                        "registration-counts-pages",
                        words.list(namespaces.stream()
                                .map(namespace -> kind(words, namespace))
                                .toList()));
    }

    private static String kind(Words words, int namespace) {
        var key = "campaign-namespace-" + namespace;
        return words.has(key) ? words.text(key) : words.text("campaign-namespace", namespace);
    }

    /** From when to when, by the clocks of a zone, in words: a dash would turn round in right-to-left text. */
    public static Content window(Words words, CampaignEvent event, ZoneId zone, Instant now) {
        var start = event.startsAt();
        var end = event.endsAt();
        var place = EventTimes.place(words, event, zone);
        if (start.atZone(zone).toLocalDate().equals(end.atZone(zone).toLocalDate())) {
            return words.html(
                    "registration-window-day",
                    words.day(start, zone, now),
                    EventTimes.clock(words, event, zone, start),
                    EventTimes.clock(words, event, zone, end),
                    place);
        }
        return words.html(
                "registration-window-days",
                words.day(start, zone, now),
                EventTimes.clock(words, event, zone, start),
                words.day(end, zone, now),
                EventTimes.clock(words, event, zone, end),
                place);
    }
}
