package org.eventcenter.contribution;

import java.util.HashSet;
import java.util.Set;
import org.eventcenter.stream.Interest;

/** Who, and which wikis, the index did not know before. Filled by one thread at a time, then only read. */
final class NewlyKnown implements Interest {
    private final Set<Long> centralIds = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> wikis = new HashSet<>();

    void add(IndexedPerson person) {
        if (person.centralId() != null) {
            centralIds.add(person.centralId());
        }
        names.add(person.canonicalName());
    }

    void add(String wiki) {
        wikis.add(wiki);
    }

    boolean isEmpty() {
        return names.isEmpty() && wikis.isEmpty();
    }

    @Override
    public boolean knowsAccount(long centralId) {
        return centralIds.contains(centralId);
    }

    @Override
    public boolean knowsName(String canonicalName) {
        return names.contains(canonicalName);
    }

    @Override
    public boolean wantsFactOf(String wiki, long revId) {
        return wikis.contains(wiki);
    }
}
