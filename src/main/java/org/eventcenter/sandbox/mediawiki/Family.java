package org.eventcenter.sandbox.mediawiki;

import java.util.List;

/** The wikis that the simulated server runs. */
public final class Family {
    public static final List<SimulatedSite> SITES = List.of(
            wikipedia("ar", "العربية", "ويكيبيديا", "نقاش", "مستخدم", 70_000_000),
            wikipedia("de", "Deutsch", "Wikipedia", "Diskussion", "Benutzer", 250_000_000),
            wikipedia("en", "English", "Wikipedia", "Talk", "User", 1_300_000_000),
            wikipedia("es", "español", "Wikipedia", "Discusión", "Usuario", 160_000_000),
            wikipedia("fr", "français", "Wikipédia", "Discussion", "Utilisateur", 220_000_000),
            wikipedia("hi", "हिन्दी", "विकिपीडिया", "वार्ता", "सदस्य", 6_000_000),
            wikipedia("ja", "日本語", "ウィキペディア", "ノート", "利用者", 100_000_000),
            wikipedia("sw", "Kiswahili", "Wikipedia", "Majadiliano", "Mtumiaji", 1_300_000),
            wikipedia("uk", "українська", "Вікіпедія", "Обговорення", "Користувач", 44_000_000),
            new SimulatedSite(
                    "aawiki", "aa.wikipedia.org", "aa", "Qafár af", "wiki", "Wikipedia", "Talk", "User", 1, false),
            special("commons", "commons.wikimedia.org", "Wikimedia Commons", 1_050_000_000),
            special("meta", "meta.wikimedia.org", "Meta", 28_000_000),
            special("wikidata", "www.wikidata.org", "Wikidata", 2_400_000_000L));

    private Family() {}

    public static SimulatedSite site(String id) {
        return SITES.stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The simulated family has no wiki " + id));
    }

    private static SimulatedSite wikipedia(
            String code, String autonym, String sitename, String talk, String user, long firstRevId) {
        return new SimulatedSite(
                code + "wiki", code + ".wikipedia.org", code, autonym, "wiki", sitename, talk, user, firstRevId, true);
    }

    private static SimulatedSite special(String code, String domain, String sitename, long firstRevId) {
        return new SimulatedSite(code + "wiki", domain, "en", "", code, sitename, "Talk", "User", firstRevId, true);
    }
}
