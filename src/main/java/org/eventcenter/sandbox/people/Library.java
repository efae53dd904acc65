package org.eventcenter.sandbox.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eventcenter.sandbox.mediawiki.Wikis;

/** The articles of the theme: which a wiki has, and which are still to be written. */
final class Library {
    private static final int ARTICLES_AT_FIRST = 45;
    private static final List<String> MULTILINGUAL = List.of("commonswiki", "wikidatawiki");

    /** Of one wiki. */
    private record Shelf(List<String> there, List<String> missing) {}

    private final Map<String, Shelf> shelves = new LinkedHashMap<>();

    /** Gives every wiki its first articles, which nobody hears of. */
    Library(Wikis wikis, Dice dice) {
        Tongue.all().forEach(tongue -> shelves.put(tongue.wiki(), shelf(tongue.titles())));
        MULTILINGUAL.forEach(wiki -> shelves.put(wiki, shelf(multilingual(wiki))));
        shelves.forEach((wiki, shelf) ->
                shelf.there().forEach(title -> wikis.hadPage(wiki, title, dice.between(700, 24_000))));
    }

    private static Shelf shelf(List<String> titles) {
        return new Shelf(
                new ArrayList<>(titles.subList(0, ARTICLES_AT_FIRST)),
                new ArrayList<>(titles.subList(ARTICLES_AT_FIRST, titles.size())));
    }

    private static List<String> multilingual(String wiki) {
        var titles = new ArrayList<String>();
        for (var title : Tongue.of("enwiki").titles()) {
            titles.add(
                    wiki.equals("commonswiki")
                            ? "File:" + title + " at dawn.jpg"
                            : "Q" + (131_000_000 + 17 * titles.size()));
        }
        return titles;
    }

    String existing(String wiki, Dice dice) {
        return dice.oneOf(of(wiki).there());
    }

    /** A title that its wiki did not have; when all are written, one that it has. */
    String unwritten(String wiki, Dice dice) {
        var titles = of(wiki).missing();
        if (titles.isEmpty()) {
            return existing(wiki, dice);
        }
        var title = titles.remove(titles.size() - 1 - dice.below(Math.min(20, titles.size())));
        of(wiki).there().add(title);
        return title;
    }

    private Shelf of(String wiki) {
        return Objects.requireNonNull(shelves.get(wiki), wiki);
    }
}
