package org.eventcenter.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some events of a list and, if there are more, where the next page begins. */
public record EventPage(
        List<CampaignEvent> events, @Nullable EventCursor next) {}
