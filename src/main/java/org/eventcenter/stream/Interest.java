package org.eventcenter.stream;

/**
 * Whose changes are worth parsing. Answers from memory, on any thread; says yes too often rather than once too little,
 * since a change that it dismisses is gone.
 */
public interface Interest {
    /** Whether this account is, or was, in an event that is not final. */
    boolean knowsAccount(long centralId);

    /** The same for an account known by name alone; the name is canonical (first letter large, spaces). */
    boolean knowsName(String canonicalName);

    /** Whether a fact about a revision may matter: we hold it, or an event of its wiki may still get it. */
    boolean wantsFactOf(String wiki, long revId);
}
