package org.eventcenter.campaign;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.eventcenter.campaign.LateEdits.Outlook;
import org.eventcenter.web.Words;

/** What is said of the figures of an event that has ended: that they may still move, until when, or that they are final. */
public record Ending(CampaignEvent event, Outlook outlook, Instant now) {

    /** The sentence for this moment. */
    public String text(Words words) {
        if (event.finalAt() != null) {
            return words.text("campaign-final");
        }
        return outlook.finalFrom(event).filter(now::isBefore).isPresent()
                ? until(words)
                : words.text("campaign-late-edits");
    }

    /** All sentences, for scripts: which one holds moves on while the page is open. */
    public JsonObject data(Words words) {
        return new JsonObject()
                .put("final", words.text("campaign-final"))
                .put("late", words.text("campaign-late-edits"))
                .put("until", until(words))
                .put(
                        "finalFrom",
                        outlook.finalFrom(event).map(Instant::toEpochMilli).orElse(null));
    }

    private String until(Words words) {
        return outlook.finalFrom(event)
                .map(moment -> words.text("campaign-late-edits-until", words.moment(moment, event.timeZone(), now)))
                .orElseGet(() -> words.text("campaign-late-edits"));
    }
}
