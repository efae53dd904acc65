package org.eventcenter.campaign;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What people join. Edits count from {@code startsAt} until just before {@code endsAt}, in whole seconds.
 *
 * @param slug in addresses; never changes once the event is published
 * @param shortCode six letters for the short address that people type
 * @param opensAt when people may begin to join; null: as soon as it is published
 * @param closesAt when joining ends; null: with the event
 * @param capacity how many may be in; null: no limit. It is nowhere public, only that the event is full.
 * @param scopeVersion the version of the scope policy for which verdicts are asked
 * @param finalAt since when its figures are final: no edit moves them any more; null: they may still move
 */
public record CampaignEvent(
        long eventId,
        String slug,
        String shortCode,
        String name,
        String description,
        EventStatus status,
        boolean test,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer capacity,
        int scopeVersion,
        Instant createdAt,
        @Nullable Instant finalAt) {

    public EventPhase phase(Instant now) {
        return EventPhase.of(startsAt, endsAt, now);
    }

    /** Whether the clocks of a zone change between its start and its end, so that each time needs its offset. */
    boolean clocksChange(ZoneId zone) {
        var rules = zone.getRules();
        return !rules.getOffset(startsAt).equals(rules.getOffset(endsAt));
    }

    /** Whether anybody may see it: published or cancelled, and no test. */
    public boolean isPublic() {
        return status != EventStatus.DRAFT && !test;
    }
}
