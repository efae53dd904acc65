package org.eventcenter.web;

import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page says about the visitor.
 *
 * @param name of the signed-in person; null for anonymous people
 * @param csrf goes into every form; empty when there is no session that a foreign page could misuse
 */
public record VisitorFrame(@Nullable String name, String csrf) {
    public static final VisitorFrame ANONYMOUS = new VisitorFrame(null, "");

    public boolean signedIn() {
        return name != null;
    }
}
