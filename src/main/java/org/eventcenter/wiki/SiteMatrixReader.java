package org.eventcenter.wiki;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the answer of {@code action=sitematrix}: languages under numbers, then the special wikis. */
final class SiteMatrixReader {
    private static final List<String> NOT_FOR_US = List.of("closed", "private", "fishbowl", "nonglobal");

    private final Predicate<URI> trusted;

    /** Sites whose address is not trusted are left out, since we would neither ask them nor link to them. */
    SiteMatrixReader(Predicate<URI> trusted) {
        this.trusted = trusted;
    }

    SiteMatrix read(JsonObject answer) {
        var matrix = answer.getJsonObject("sitematrix", new JsonObject());
        var sites = new ArrayList<WikiSite>();
        for (int i = 0; matrix.getValue(Integer.toString(i)) instanceof JsonObject language; i++) {
            objects(language, "site").forEach(site -> inLanguage(language, site).ifPresent(sites::add));
        }
        objects(matrix, "specials").forEach(site -> special(site).ifPresent(sites::add));
        if (sites.isEmpty()) {
            throw new WikiUnavailable("The site matrix names no wiki");
        }
        return new SiteMatrix(sites);
    }

    private Optional<WikiSite> inLanguage(JsonObject language, JsonObject site) {
        var code = language.getString("code", "");
        return site(site, code, language.getString("name", code));
    }

    private Optional<WikiSite> special(JsonObject site) {
        return site(site, site.getString("lang", "mul"), "");
    }

    private Optional<WikiSite> site(JsonObject site, String language, String autonym) {
        if (NOT_FOR_US.stream().anyMatch(mark -> isMarked(site, mark))) {
            return Optional.empty();
        }
        var id = site.getString("dbname", "");
        var project = site.getString("code", "");
        var name = site.getString("sitename", id);
        return address(site)
                .filter(address -> !id.isEmpty())
                .map(address -> new WikiSite(id, address, language, autonym, project, name));
    }

    /** A mark is {@code true} in the new format and an empty string in the old one. */
    private static boolean isMarked(JsonObject site, String mark) {
        return site.containsKey(mark) && !Boolean.FALSE.equals(site.getValue(mark));
    }

    private Optional<URI> address(JsonObject site) {
        try {
            return Optional.of(URI.create(site.getString("url", ""))).filter(trusted);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<JsonObject> objects(JsonObject parent, String key) {
        if (parent.getJsonArray(key) == null) {
            return List.of();
        }
        return parent.getJsonArray(key).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }
}
