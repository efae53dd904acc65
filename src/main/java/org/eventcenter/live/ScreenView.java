package org.eventcenter.live;

import java.util.Locale;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventFigures;
import org.eventcenter.campaign.GoalMetric;
import org.eventcenter.web.QrCode;
import org.eventcenter.web.Words;

/** What the room screen shows before its script runs, and what never moves. */
public record ScreenView(CampaignEvent event, EventFigures figures, String publicUrl) {
    private static final int HALF_A_CODE = 3;

    /** {@code Together: 120 articles by 17:00}. */
    public String target(Words words) {
        var end = words.clock(event.endsAt(), event.timeZone());
        return figures.mainGoal()
                .map(goal -> words.text("live-screen-target-" + goal.metric().word(), goal.target(), end))
                .orElseGet(() -> words.text("live-screen-until", end));
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
