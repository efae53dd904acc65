package org.eventcenter.contribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eventcenter.stream.Change;
import org.eventcenter.stream.Editor;
import org.eventcenter.stream.Interest;
import org.eventcenter.wiki.UserName;
import org.jspecify.annotations.Nullable;

/*
 * In memory on every node, so that a take-over is warm. It holds events from published to final, cancelled ones too, and
 * everybody who was ever in them: who has left may come back, and then what they did in between counts. So it says yes
 * too often, and what it says decides nothing but whom the database is asked about. A no stands, so whatever adds to it
 * adds first and is used afterwards; what is added later is announced, so that whoever asked a moment ago may ask again.
 */

/** Whose edits are wanted and which revisions are held. For any thread. */
public final class ParticipantIndex implements Interest {
    private final Map<Long, IndexedEvent> events = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> eventsByWiki = new ConcurrentHashMap<>();

    private final Map<Long, IndexedPerson> people = new ConcurrentHashMap<>();
    private final Map<Long, IndexedPerson> peopleByCentralId = new ConcurrentHashMap<>();
    private final Map<String, IndexedPerson> peopleByName = new ConcurrentHashMap<>();
    private final Map<Long, Set<Long>> eventsByAccount = new ConcurrentHashMap<>();

    private NewlyKnown newlyKnown = new NewlyKnown();
    private volatile @Nullable Consumer<Interest> onMore;

    /** Wiki, event, revisions. */
    private final Map<String, Map<Long, Set<Long>>> held = new ConcurrentHashMap<>();

    @Override
    public boolean knowsAccount(long centralId) {
        return peopleByCentralId.containsKey(centralId);
    }

    @Override
    public boolean knowsName(String canonicalName) {
        return peopleByName.containsKey(canonicalName);
    }

    @Override
    public boolean wantsFactOf(String wiki, long revId) {
        return eventsByWiki.containsKey(wiki) || !holders(wiki, revId).isEmpty();
    }

    @Override
    public void onMore(Consumer<Interest> handler) {
        onMore = handler;
    }

    /** To be called when events and people are as complete as one look makes them. */
    void announce() {
        var handler = onMore;
        var news = takeNews();
        if (handler != null && !news.isEmpty()) {
            handler.accept(news);
        }
    }

    private synchronized NewlyKnown takeNews() {
        var news = newlyKnown;
        newlyKnown = new NewlyKnown();
        return news;
    }

    /**
     * Who made a revision: by the central id; by the name only where the stream or we have no id, since names change
     * hands.
     */
    Optional<IndexedPerson> find(Editor editor) {
        var centralId = editor.centralId();
        var known = centralId == null ? null : peopleByCentralId.get(centralId);
        if (known != null) {
            return Optional.of(known);
        }
        return Optional.ofNullable(peopleByName.get(UserName.canonical(editor.name())))
                .filter(person -> centralId == null || person.centralId() == null);
    }

    /** The events that may store this revision of this account. */
    List<IndexedEvent> eventsFor(long accountId, Change.Revision revision) {
        return eventsByAccount.getOrDefault(accountId, Set.of()).stream()
                .flatMap(event -> event(event).stream())
                .filter(event -> event.mayStore(revision.wiki(), revision.savedAt()))
                .toList();
    }

    Optional<IndexedEvent> event(long eventId) {
        return Optional.ofNullable(events.get(eventId));
    }

    /** The events that hold this revision, or have it in hand. */
    List<Long> holders(String wiki, long revId) {
        return held.getOrDefault(wiki, Map.of()).entrySet().stream()
                .filter(event -> event.getValue().contains(revId))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A row of this revision exists, or may soon. */
    void hold(long eventId, String wiki, long revId) {
        held.computeIfAbsent(wiki, first -> new ConcurrentHashMap<>())
                .computeIfAbsent(eventId, first -> ConcurrentHashMap.newKeySet())
                .add(revId);
    }

    synchronized void learnEvent(IndexedEvent event) {
        var before = events.put(event.eventId(), event);
        event.wikis().forEach(wiki -> addTo(wiki, event.eventId()));
        if (before != null) {
            before.wikis().stream()
                    .filter(wiki -> !event.wikis().contains(wiki))
                    .forEach(wiki -> removeFrom(eventsByWiki, wiki, event.eventId()));
        }
    }

    /** This person is, or was, in the event. The account may be known already, then under another name or id. */
    synchronized void learnPerson(long eventId, IndexedPerson person) {
        var isNew = eventsByAccount
                .computeIfAbsent(person.accountId(), first -> ConcurrentHashMap.newKeySet())
                .add(eventId);
        var before = people.put(person.accountId(), person);
        if (onMore != null && (isNew || !person.equals(before))) {
            newlyKnown.add(person);
        }
        if (person.centralId() != null) {
            peopleByCentralId.put(person.centralId(), person);
        }
        peopleByName.put(person.canonicalName(), person);
        if (before != null && !before.equals(person)) {
            forgetNames(before, person);
        }
    }

    /** The event is final, or a draft again: nothing of it changes any more. */
    synchronized void forgetEvent(long eventId) {
        var event = events.remove(eventId);
        if (event != null) {
            event.wikis().forEach(wiki -> removeFrom(eventsByWiki, wiki, eventId));
        }
        held.values().forEach(revisions -> revisions.remove(eventId));
        eventsByAccount.forEach((account, in) -> {
            if (in.remove(eventId) && in.isEmpty()) {
                forgetPerson(account);
            }
        });
    }

    private void forgetPerson(long accountId) {
        eventsByAccount.remove(accountId);
        var person = people.remove(accountId);
        if (person != null) {
            forgetNames(person, null);
        }
    }

    private void forgetNames(IndexedPerson before, @Nullable IndexedPerson now) {
        if (before.centralId() != null && (now == null || !before.centralId().equals(now.centralId()))) {
            peopleByCentralId.remove(before.centralId(), before);
        }
        if (now == null || !before.canonicalName().equals(now.canonicalName())) {
            peopleByName.remove(before.canonicalName(), before);
        }
    }

    private void addTo(String wiki, long eventId) {
        var isNew = !eventsByWiki.containsKey(wiki);
        eventsByWiki
                .computeIfAbsent(wiki, first -> ConcurrentHashMap.newKeySet())
                .add(eventId);
        if (onMore != null && isNew) {
            newlyKnown.add(wiki);
        }
    }

    private static void removeFrom(Map<String, Set<Long>> sets, String key, long value) {
        sets.computeIfPresent(key, (same, set) -> {
            set.remove(value);
            return set.isEmpty() ? null : set;
        });
    }
}
