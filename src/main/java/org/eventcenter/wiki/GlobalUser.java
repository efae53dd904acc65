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
        /** No account can have this name, or it is a temporary one. */
        INVALID
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
}
