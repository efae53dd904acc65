package org.eventcenter.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventFigures;
import org.eventcenter.campaign.EventPhase;
import org.eventcenter.campaign.EventStatus;
import org.eventcenter.campaign.GoalMetric;
import org.eventcenter.campaign.WikiNames.WikiName;
import org.eventcenter.web.Flower;

/**
 * What the confirmation tells one person, as it is now.
 *
 * @param namespaces of which edits count, by number
 * @param figures of the public, without a trace of private people
 * @param joining whether who left could come back
 */
public record Confirmation(
        CampaignEvent event,
        Registration own,
        Collection<WikiName> wikis,
        List<Integer> namespaces,
        EventFigures figures,
        Joining joining,
        Instant now) {

    /** What there is to say first; the word is part of message keys. */
    public enum Situation {
        IN,
        /** In, and the event has ended. */
        OVER,
        /** In, and the event does not take place. */
        OFF,
        LEFT,
        REMOVED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Situation situation() {
        return switch (own.status()) {
            case CANCELLED -> Situation.LEFT;
            case REMOVED -> Situation.REMOVED;
            case ACCEPTED ->
                event.status() == EventStatus.CANCELLED
                        ? Situation.OFF
                        : event.phase(now) == EventPhase.PAST ? Situation.OVER : Situation.IN;
        };
    }

    public boolean isIn() {
        return own.isIn();
    }

    public boolean hasBegun() {
        return event.phase(now) != EventPhase.UPCOMING;
    }

    public boolean mayComeBack() {
        return situation() == Situation.LEFT && joining == Joining.OPEN;
    }

    /** The code in groups that are easy to say and to compare: {@code K7M 4QX 2W}. */
    public String spacedCode() {
        return own.code().replaceAll("(...)(?=.)", "$1 ").toUpperCase(java.util.Locale.ROOT);
    }

    /** The goal in seeds, with a place that waits for this person or is theirs; none of a private person's. */
    public Flower flower() {
        var seeds = figures.mainGoal()
                .map(goal -> Flower.of(figures.total(goal.metric()), goal.target()))
                .orElseGet(() -> Flower.withoutGoal(figures.total(GoalMetric.ARTICLES)));
        if (!own.isIn() || own.isPrivate()) {
            return seeds;
        }
        return seeds.with(own.counted() > 0 ? Flower.Own.REACHED : Flower.Own.WAITING);
    }
}
