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
 * @param early was there when the event began; the others come in one by one
 */
public record Person(
        String name, List<String> wikis, double zeal, boolean isPrivate, boolean showsName, boolean early) {}
