package org.eventcenter.web;

import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page says about the visitor.
 *
 * @param isKnown whether anybody could say who is looking; if not, the page claims neither that somebody is signed in nor
 *     that nobody is
 * @param name of the signed-in person; null for anonymous people
 * @param csrf goes into every form; empty when there is no session that a foreign page could misuse
 */
public record VisitorFrame(boolean isKnown, @Nullable String name, String csrf) {
    public static final VisitorFrame ANONYMOUS = new VisitorFrame(true, null, "");
    public static final VisitorFrame UNKNOWN = new VisitorFrame(false, null, "");

    public boolean signedIn() {
        return name != null;
    }
}
