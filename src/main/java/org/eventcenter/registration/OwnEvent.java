package org.eventcenter.registration;

import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventStatus;

/** An event and how one is in it. */
public record OwnEvent(CampaignEvent event, Registration own) {

    /** Key of what there is to say about it. */
    public String stateKey() {
        return switch (own.status()) {
            case CANCELLED -> "registration-my-left";
            case REMOVED -> "registration-my-removed";
            case ACCEPTED ->
                event.status() == EventStatus.CANCELLED
                        ? "registration-my-off"
                        : own.isPrivate()
                                ? "registration-my-private"
                                : own.namePublic() ? "registration-my-named" : "registration-my-public";
        };
    }

    /** Where the person reads more: about the own registration, or how to come back. */
    public String path() {
        return "/e/" + event.slug() + "/registered";
    }
}
