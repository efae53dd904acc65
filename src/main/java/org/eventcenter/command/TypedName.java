package org.eventcenter.command;

import org.eventcenter.module.CannotStart;
import org.eventcenter.wiki.UserName;

/** The name of an account, as somebody typed it in a command. */
final class TypedName {
    private TypedName() {}

    /** Behind {@code --as}. */
    static String read(String typed) {
        return read("--as", typed);
    }

    /**
     * As accounts are called. Throws {@link CannotStart} when no account of a person can have this name.
     *
     * @param option behind which it stands
     */
    static String read(String option, String typed) {
        if (typed.indexOf('\uFFFD') >= 0) {
            throw new CannotStart(
                    option + " \"" + typed + "\" cannot be read: this terminal's locale has no letters but"
                            + " those of English. Say LC_ALL=C.UTF-8 before the command");
        }
        var name = UserName.canonical(typed);
        UserName.flaw(name).ifPresent(flaw -> refuse(option, typed, flaw));
        return name;
    }

    private static void refuse(String option, String typed, UserName.Flaw flaw) {
        throw new CannotStart(option + " \"" + typed + "\" " + why(flaw));
    }

    private static String why(UserName.Flaw flaw) {
        return switch (flaw) {
            case EMPTY -> "is no name: it is empty";
            case TOO_LONG -> "is no name that an account can have: it has more than 255 bytes";
            case CHARACTER ->
                "is no name that an account can have: it has a tab, a line break or one of the characters"
                        + " # < > [ ] { } |";
            case INVISIBLE_CHARACTER ->
                "has an invisible character, so it is not the name that it looks like; type it by hand";
            case TEMPORARY -> "is a temporary account, which stands for a browser and not for a person";
        };
    }
}
