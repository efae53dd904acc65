package org.eventcenter.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eventcenter.campaign.EventDoor.Seen;
import org.eventcenter.campaign.WikiNames.WikiName;
import org.eventcenter.web.Flower;
import org.eventcenter.web.Words;

/**
 * What the page of an event shows. The texts that need more than one message are made here, the rest stands in the
 * template.
 *
 * @param namespaces those that count on any of the wikis
 * @param isOrganizer whether the visitor may see the dashboard
 */
public record EventView(
        CampaignEvent event,
        EventFigures figures,
        Map<String, WikiName> wikis,
        List<Integer> namespaces,
        Seen door,
        boolean isOrganizer,
        LateEdits.Outlook lateEdits,
        Instant now) {

    private static final int SHOWN_EDITS = 5;

    public EventPhase phase() {
        return event.phase(now);
    }

    /** From when on there is no way in any more. */
    public Instant joinUntil() {
        var closes = event.closesAt();
        return closes != null && closes.isBefore(event.endsAt()) ? closes : event.endsAt();
    }

    public boolean isCancelled() {
        return event.status() == EventStatus.CANCELLED;
    }

    /** What is said of the figures once the event is over. */
    public Ending ending() {
        return new Ending(event, lateEdits, now);
    }

    /** The key of the word that stands above the name: now, coming up, over, cancelled. */
    public String stateKey() {
        return "campaign-state-" + (isCancelled() ? "cancelled" : phase().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** From when to when, in the event's zone, which is named beside it. */
    public String window(Words words) {
        return EventTimes.window(words, event, now);
    }

    /** {@code articles, files and namespace 100}. */
    public String namespaces(Words words) {
        return words.list(
                namespaces.stream().map(number -> namespace(words, number)).toList());
    }

    private static String namespace(Words words, int number) {
        var key = "campaign-namespace-" + number;
        return words.has(key) ? words.text(key) : words.text("campaign-namespace", number);
    }

    public List<EventFigures.Edit> latestEdits() {
        return figures.edits().stream().limit(SHOWN_EDITS).toList();
    }

    public WikiName wiki(String id) {
        return wikis.getOrDefault(id, new WikiName(id, id, "", ""));
    }

    public Flower flower() {
        return figures.mainGoal()
                .map(goal -> Flower.of(figures.total(goal.metric()), goal.target()))
                .orElseGet(() -> Flower.withoutGoal(figures.total(GoalMetric.ARTICLES)));
    }

    public List<String> paragraphs() {
        return event.description().isBlank()
                ? List.of()
                : List.of(event.description().strip().split("\\R\\s*\\R"));
    }
}
