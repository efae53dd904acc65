package org.eventcenter.command;

import org.eventcenter.module.CannotStart;
import org.eventcenter.wiki.UserName;

/** The name of an account, as somebody typed it behind {@code --as}. */
final class TypedName {
    private TypedName() {}

    /** As accounts are called. Throws {@link CannotStart} when no account can have this name. */
    static String read(String typed) {
        var name = UserName.canonical(typed);
        if (!UserName.isPossible(name)) {
            throw new CannotStart("--as \"" + typed + "\" is no name that an account can have: it is empty, too long,"
                    + " or has one of the characters # < > [ ] { } |");
        }
        return name;
    }
}
