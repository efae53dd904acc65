package org.eventcenter.stream;

import java.util.function.Consumer;

/**
 * Whose changes are worth parsing. Answers from memory, on any thread; says yes too often rather than once too little,
 * since a change that it dismisses is gone.
 */
public interface Interest {
    /** Whether this account is, or was, in an event that is not final. */
    boolean knowsAccount(long centralId);

    /** The same for an account known by name alone; the name is canonical (first letter large, spaces). */
    boolean knowsName(String canonicalName);

    /**
     * The handler runs, on any thread, each time more is known than before, with what is new, which may be about edits and
     * facts that were dismissed a moment ago. It takes the place of the one before.
     */
    default void onMore(Consumer<Interest> handler) {}

    /** Whether a fact about a revision may matter: we hold it, or an event of its wiki may still get it. */
    boolean wantsFactOf(String wiki, long revId);
}
