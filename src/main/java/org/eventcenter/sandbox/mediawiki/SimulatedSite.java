package org.eventcenter.sandbox.mediawiki;

/**
 * One wiki of the simulated family.
 *
 * @param id its database name, and its path on the simulated server
 * @param domain what the real one of this name is called in events
 * @param autonym empty for a multilingual wiki
 * @param talk prefix of namespace 1 in the wiki's language
 * @param user prefix of namespace 2
 * @param firstRevId where its revision ids begin; of some wikis beyond 32 bits
 */
public record SimulatedSite(
        String id,
        String domain,
        String language,
        String autonym,
        String project,
        String sitename,
        String talk,
        String user,
        long firstRevId,
        boolean open) {

    /** The namespace that a title's prefix names. */
    public int namespaceOf(String title) {
        if (title.startsWith(talk + ":")) {
            return 1;
        }
        if (title.startsWith(user + ":")) {
            return 2;
        }
        return title.startsWith("File:") ? 6 : 0;
    }
}
