package org.eventcenter.registration;

import java.time.Clock;
import java.time.Instant;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.web.Words;

/** Why somebody cannot register now. Each is said with what one can do instead. */
public enum WhyNot {
    FULL,
    NOT_YET_OPEN,
    CLOSED,
    ENDED,
    CANCELLED,
    REMOVED;

    static WhyNot of(Joining joining) {
        return valueOf(joining.name());
    }

    static WhyNot of(JoinOutcome outcome) {
        return valueOf(outcome.name());
    }

    /** What is so, as a heading. */
    String what(CampaignEvent event, Words words, Clock clock) {
        return switch (this) {
            case NOT_YET_OPEN ->
                event.opensAt() == null
                        ? words.text("registration-not-published")
                        : words.text("registration-not-yet-open", moment(event.opensAt(), event, words, clock));
            case CLOSED ->
                words.text(
                        "registration-closed",
                        moment(event.closesAt() == null ? event.endsAt() : event.closesAt(), event, words, clock));
            case ENDED -> words.text("registration-ended", moment(event.endsAt(), event, words, clock));
            case FULL, CANCELLED, REMOVED -> words.text("registration-" + word());
        };
    }

    /** Key of what one can do. */
    public String doKey() {
        return "registration-" + word() + "-do";
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String moment(Instant at, CampaignEvent event, Words words, Clock clock) {
        var zone = event.timeZone();
        return words.text(
                "registration-moment",
                words.day(at, zone, clock.instant()),
                words.clock(at, zone),
                words.place(zone, at));
    }
}
