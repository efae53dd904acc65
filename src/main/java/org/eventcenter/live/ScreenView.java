package org.eventcenter.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.Ending;
import org.eventcenter.campaign.EventDoor;
import org.eventcenter.campaign.EventFigures;
import org.eventcenter.campaign.EventStatus;
import org.eventcenter.campaign.GoalMetric;
import org.eventcenter.campaign.LateEdits;
import org.eventcenter.web.QrCode;
import org.eventcenter.web.Words;

/**
 * What the room screen shows before its script runs, and what never moves.
 *
 * @param door whether somebody who reads the screen can come in now
 */
public record ScreenView(
        CampaignEvent event,
        EventFigures figures,
        EventDoor.State door,
        LateEdits.Outlook lateEdits,
        String publicUrl,
        Instant now) {
    private static final int HALF_A_CODE = 3;

    /** {@code upcoming}, {@code ongoing}, {@code past}, or {@code cancelled} whatever the time. */
    public String phase() {
        return event.status() == EventStatus.CANCELLED
                ? "cancelled"
                : event.phase(now).name().toLowerCase(Locale.ROOT);
    }

    /** What is said of the figures once the event is over. */
    public Ending ending() {
        return new Ending(event, lateEdits, now);
    }

    /** What stands below the name in each phase: the script goes from one to the next. */
    public Map<String, String> headlines(Words words) {
        return Map.of(
                "upcoming", words.text("live-screen-begins", moment(words, event.startsAt())),
                "ongoing", target(words),
                "past", words.text("live-screen-ended", moment(words, event.endsAt())),
                "cancelled", words.text("live-screen-cancelled"));
    }

    /** Whether the screen may ask anybody in: nobody is sent to a closed door. */
    public boolean canJoin() {
        return door == EventDoor.State.OPEN;
    }

    /** What stands in place of the way in; empty where there is one, and where the event itself is no more. */
    public String doorWords(Words words) {
        var opensAt = event.opensAt();
        return switch (door) {
            case NOT_YET_OPEN ->
                opensAt == null
                        ? words.text("live-screen-door-not-yet-open")
                        : words.text("live-screen-door-opens", moment(words, opensAt));
            case FULL, CLOSED -> words.text("live-screen-door-" + door.word());
            case OPEN, ENDED, CANCELLED -> "";
        };
    }

    /** From when on there is no way in any more. */
    public Instant joinUntil() {
        var closes = event.closesAt();
        return closes != null && closes.isBefore(event.endsAt()) ? closes : event.endsAt();
    }

    /** {@code Together: 120 articles by 17:00}, with the day if that is not today. */
    private String target(Words words) {
        var end = moment(words, event.endsAt());
        return figures.mainGoal()
                .map(goal -> words.text("live-screen-target-" + goal.metric().word(), goal.target(), end))
                .orElseGet(() -> words.text("live-screen-until", end));
    }

    private String moment(Words words, Instant at) {
        return words.moment(at, event.timeZone(), now);
    }

    public GoalMetric metric() {
        return figures.mainGoal().map(goal -> goal.metric()).orElse(GoalMetric.ARTICLES);
    }

    public long value() {
        return figures.total(metric());
    }

    /** What stands below the number. */
    public String below(Words words) {
        return figures.mainGoal()
                .map(goal -> words.text("live-screen-of-" + metric().word(), goal.target()))
                .orElseGet(() -> words.text("live-screen-sum-" + metric().word(), value()));
    }

    public QrCode qrCode(Words words) {
        return new QrCode(publicUrl + "/j/" + event.shortCode(), words.text("live-screen-qr"));
    }

    /** What people type who cannot scan: the host alone. */
    public String host() {
        return publicUrl.replaceFirst("^https?://", "");
    }

    /** In threes, as people say it. */
    public String code() {
        var code = event.shortCode().toUpperCase(Locale.ROOT);
        return code.substring(0, HALF_A_CODE) + " " + code.substring(HALF_A_CODE);
    }
}
