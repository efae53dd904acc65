package org.eventcenter.sandbox.people;

import java.util.List;

/**
 * Somebody who takes part in the demo's events.
 *
 * @param name the user name
 * @param wikis where the person edits, the own Wikipedia first
 * @param zeal how much of the editing is theirs, compared with others
 * @param isPrivate registers privately
 * @param showsName lets screens show the name; false for a private person
 */
public record Person(
        String name, List<String> wikis, double zeal, boolean isPrivate, boolean showsName, Arrival arrival) {
    /** When somebody comes into the demo's event. */
    public enum Arrival {
        /** Was there when it began. */
        EARLY,
        /** Comes while it runs. */
        LATE,
        /** Edits, and leaves coming in to whoever tries the demo under this name. */
        GUEST
    }
}
