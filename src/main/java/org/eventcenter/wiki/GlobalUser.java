package org.eventcenter.wiki;

/**
 * What the central wiki says about a name that was asked for.
 *
 * @param asked the name as it was typed
 * @param name the name as the wiki spells it; our own canonical form unless {@code FOUND}
 * @param centralId the id that survives renames; 0 unless {@code FOUND}
 */
public record GlobalUser(String asked, String name, Standing standing, long centralId) {
    public enum Standing {
        /** An account that can take part. */
        FOUND,
        /** No account of this name, or one that is hidden: the wiki tells them apart for nobody. */
        MISSING,
        /** No account can have this name. */
        INVALID,
        /** The name holds a character that nobody sees, so it is not the one that it looks like. */
        INVISIBLE_CHARACTER,
        /** A temporary account, which cannot take part. */
        TEMPORARY
    }

    static GlobalUser found(String asked, String name, long centralId) {
        return new GlobalUser(asked, name, Standing.FOUND, centralId);
    }

    static GlobalUser missing(String asked) {
        return new GlobalUser(asked, UserName.canonical(asked), Standing.MISSING, 0);
    }

    static GlobalUser invalid(String asked) {
        return new GlobalUser(asked, UserName.canonical(asked), Standing.INVALID, 0);
    }

    /** A name of which {@link UserName} knows without asking that it is nobody's. */
    public static GlobalUser flawed(String asked, UserName.Flaw flaw) {
        var standing = switch (flaw) {
            case EMPTY, TOO_LONG, CHARACTER -> Standing.INVALID;
            case INVISIBLE_CHARACTER -> Standing.INVISIBLE_CHARACTER;
            case TEMPORARY -> Standing.TEMPORARY;
        };
        return new GlobalUser(asked, UserName.canonical(asked), standing, 0);
    }
}
