package org.eventcenter.sandbox.mediawiki;

/** A page; its id stays, its title is with prefix and with spaces. */
public record Page(SimulatedSite site, long id, int namespace, String title) {
    /** As in addresses and in most events. */
    public String dbKey() {
        return title.replace(' ', '_');
    }
}
