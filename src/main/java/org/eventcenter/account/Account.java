package org.eventcenter.account;

import java.util.OptionalLong;

/**
 * A Wikimedia account as we know it.
 *
 * @param centralId its number in the central user table; empty while nobody confirmed it
 * @param name as it is written today; accounts are renamed
 */
public record Account(long accountId, OptionalLong centralId, String name) {
    /** Whether the wikis have not confirmed it: nobody but this hub knows the name. */
    public boolean isOfThisHubAlone() {
        return centralId.isEmpty();
    }
}
