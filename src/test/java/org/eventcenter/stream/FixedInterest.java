package org.eventcenter.stream;

import java.util.Set;

/** Knows some accounts and names, and wants the facts of one wiki. */
record FixedInterest(Set<Long> accounts, Set<String> names, String wiki) implements Interest {
    @Override
    public boolean knowsAccount(long centralId) {
        return accounts.contains(centralId);
    }

    @Override
    public boolean knowsName(String canonicalName) {
        return names.contains(canonicalName);
    }

    @Override
    public boolean wantsFactOf(String factWiki, long revId) {
        return wiki.equals(factWiki);
    }
}
