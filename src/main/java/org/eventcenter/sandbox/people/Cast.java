package org.eventcenter.sandbox.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The people of the demo. Their names are invented; the same seed gives the same people. */
public final class Cast {
    /** Runs the events of the demo, and edits only little. */
    public static final String ORGANIZER = "Amani Mwangaza";

    /** Cannot register, since the account is blocked. */
    public static final String BLOCKED = "Bittern Under Block";

    /** Is nobody's name any more: the account is hidden. */
    public static final String HIDDEN = "Vanished Rail";

    private static final int EARLY_OF_TEN = 8;
    private static final int LATECOMERS = 40;

    private static final Map<String, List<String>> REGULARS = Map.of(
            "enwiki",
            List.of(
                    "Heron at Dusk",
                    "Marl and Moss",
                    "Tessa Underbrook",
                    "Quillfen",
                    "Old Ferryman 88",
                    "Bramble Notes",
                    "Ivo Larkwater",
                    "Sedgewarbler Sam"),
            "frwiki",
            List.of(
                    "Loutre Curieuse",
                    "Margaux des Étangs",
                    "Petit Héron Gris",
                    "Basile Rivenoire",
                    "Carnet d’Eau",
                    "Noé Sauvemare"),
            "arwiki",
            List.of("قارئة النهر", "طائر القصب", "سلمى الغدير", "حارس الهور", "يوسف الساقية", "دفتر الماء"),
            "swwiki",
            List.of("Awiti Kijito", "Baraka wa Ziwani", "Neema Mtoni", "Juma Korongo", "Zawadi Tulivu", "Mama Samaki"),
            "jawiki",
            List.of("葦辺ノート", "鷺沢あおい", "かわせみ三号", "湿原さんぽ", "柳瀬みなと"),
            "hiwiki",
            List.of("नदी किनारे", "हंसा सरोवरी", "मीरा जलधारा", "आर्द्र पंख", "कमल पोखर"),
            "eswiki",
            List.of("Garza Tranquila", "Lucía Juncal", "Río Adentro", "Mateo Fuenteclara", "Apuntes del Estero"),
            "ukwiki",
            List.of("Лелека над Плесом", "Оксана Заплавна", "Річкова Записка", "Тихий Очерет"));

    /** What a latecomer is called, before the name of a place. */
    private static final Map<String, List<String>> LATE_FORMS = Map.of(
            "enwiki", List.of("Wren of %s", "Reader from %s", "%s Wanderer"),
            "frwiki", List.of("Merle de %s", "Lectrice de %s"),
            "swwiki", List.of("Msomaji wa %s", "Dada wa %s"),
            "eswiki", List.of("Mirlo de %s", "Lectora de %s"),
            "jawiki", List.of("%sの旅人"),
            "arwiki", List.of("قارئ من %s"));

    private final List<Person> people = new ArrayList<>();
    private final Random random;

    public Cast(long seed) {
        this.random = new Random(seed);
        for (var tongue : Tongue.all()) {
            REGULARS.getOrDefault(tongue.wiki(), List.of()).forEach(name -> people.add(regular(name, tongue.wiki())));
        }
        for (int i = 0; i < LATECOMERS; i++) {
            people.add(latecomer(i));
        }
    }

    /** The names that somebody who tries the demo may choose from. */
    public List<String> names() {
        var others = Stream.of(ORGANIZER, BLOCKED, HIDDEN);
        return Stream.concat(others, people.stream().map(Person::name)).toList();
    }

    public List<Person> people() {
        return List.copyOf(people);
    }

    /** Those who were there when the event began. */
    public List<Person> early() {
        return people.stream().filter(Person::early).toList();
    }

    /** Those who come in while it runs, in the order in which they do. */
    public List<Person> late() {
        return people.stream().filter(person -> !person.early()).toList();
    }

    private Person regular(String name, String wiki) {
        boolean isEarly = people.size() % 10 < EARLY_OF_TEN;
        return person(name, wiki, 0.4 + 3 * random.nextDouble() * random.nextDouble(), isEarly);
    }

    private Person latecomer(int number) {
        var wikis = LATE_FORMS.keySet().stream().sorted().toList();
        var wiki = wikis.get(number % wikis.size());
        var forms = LATE_FORMS.getOrDefault(wiki, List.of());
        var places = Tongue.of(wiki).places();
        var place = places.get((7 * number + random.nextInt(7)) % places.size());
        var name = forms.get(number / wikis.size() % forms.size()).formatted(place.strip());
        return person(name, wiki, 0.05 + 0.2 * random.nextDouble(), false);
    }

    private Person person(String name, String wiki, double zeal, boolean early) {
        boolean isPrivate = random.nextInt(5) == 0;
        boolean showsName = !isPrivate && random.nextInt(10) < 7;
        return new Person(name, List.of(wiki, "commonswiki", "enwiki"), zeal, isPrivate, showsName, early);
    }
}
