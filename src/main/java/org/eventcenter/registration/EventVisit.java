package org.eventcenter.registration;

import java.util.Optional;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.CampaignEvent;

/**
 * Somebody at a page of an event.
 *
 * @param account empty for people who are not signed in
 */
record EventVisit(CampaignEvent event, Optional<Account> account) {

    /** For pages that only people who are signed in get to. */
    long accountId() {
        return account.orElseThrow().accountId();
    }

    String path(String rest) {
        return "/e/" + event.slug() + rest;
    }
}
