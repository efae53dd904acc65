package org.eventcenter.sandbox.mediawiki;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer of {@code action=sitematrix}: languages under numbers, then the special wikis. */
final class SiteMatrixText {
    private SiteMatrixText() {}

    /** Sites have addresses on the simulated server itself. */
    static JsonObject of(String server) {
        var matrix = new JsonObject().put("count", Family.SITES.size());
        int number = 0;
        for (var language : languages(server).values()) {
            matrix.put(Integer.toString(number++), language);
        }
        return new JsonObject().put("sitematrix", matrix.put("specials", specials(server)));
    }

    private static Map<String, JsonObject> languages(String server) {
        var languages = new LinkedHashMap<String, JsonObject>();
        for (var site : Family.SITES) {
            if (!site.autonym().isEmpty()) {
                languages
                        .computeIfAbsent(site.language(), code -> language(site))
                        .getJsonArray("site")
                        .add(site(server, site));
            }
        }
        return languages;
    }

    private static JsonObject language(SimulatedSite site) {
        return new JsonObject()
                .put("code", site.language())
                .put("name", site.autonym())
                .put("site", new JsonArray())
                .put("dir", site.language().equals("ar") ? "rtl" : "ltr")
                .put("localname", site.autonym());
    }

    private static JsonArray specials(String server) {
        var specials = new JsonArray();
        Family.SITES.stream()
                .filter(site -> site.autonym().isEmpty())
                .forEach(site -> specials.add(site(server, site).put("lang", site.project())));
        return specials;
    }

    private static JsonObject site(String server, SimulatedSite site) {
        var text = new JsonObject()
                .put("url", server + "/" + site.id())
                .put("dbname", site.id())
                .put("code", site.project())
                .put("sitename", site.sitename());
        return site.open() ? text : text.put("closed", true);
    }
}
