package org.eventcenter.sandbox.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eventcenter.sandbox.people.Person.Arrival;

/** The people of the demo. Their names are invented; the same seed gives the same people. */
public final class Cast {
    /** Cannot register, since the account is blocked. */
    public static final String BLOCKED = "Bittern Under Block";

    /** Is nobody's name any more: the account is hidden. */
    public static final String HIDDEN = "Vanished Rail";

    private static final int EARLY_OF_TEN = 8;
    private static final int LATECOMERS = 40;
    private static final double GUEST_ZEAL = 1.5;

    private final List<Person> people = new ArrayList<>();
    private final Random random;

    public Cast(long seed) {
        this.random = new Random(seed);
        for (var tongue : Tongue.all()) {
            Names.REGULARS
                    .getOrDefault(tongue.wiki(), List.of())
                    .forEach(name -> people.add(regular(name, tongue.wiki())));
        }
        for (int i = 0; i < LATECOMERS; i++) {
            people.add(latecomer(i));
        }
        for (var tongue : Tongue.all()) {
            Optional.ofNullable(Names.GUESTS.get(tongue.wiki()))
                    .ifPresent(name -> people.add(person(name, tongue.wiki(), GUEST_ZEAL, Arrival.GUEST)));
        }
    }

    /** The names that somebody who tries the demo may choose from; first those who are in no event. */
    public List<String> names() {
        var guests = people.stream().filter(person -> person.arrival() == Arrival.GUEST);
        var others = people.stream().filter(person -> person.arrival() != Arrival.GUEST);
        return Stream.of(guests.map(Person::name), Stream.of(BLOCKED, HIDDEN), others.map(Person::name))
                .flatMap(names -> names)
                .toList();
    }

    public List<Person> people() {
        return List.copyOf(people);
    }

    /** In the order in which they come. */
    public List<Person> arriving(Arrival arrival) {
        return people.stream().filter(person -> person.arrival() == arrival).toList();
    }

    private Person regular(String name, String wiki) {
        var arrival = people.size() % 10 < EARLY_OF_TEN ? Arrival.EARLY : Arrival.LATE;
        return person(name, wiki, 0.4 + 3 * random.nextDouble() * random.nextDouble(), arrival);
    }

    private Person latecomer(int number) {
        var wikis = Names.LATE_FORMS.keySet().stream().sorted().toList();
        var wiki = wikis.get(number % wikis.size());
        var forms = Names.LATE_FORMS.getOrDefault(wiki, List.of());
        var places = Tongue.of(wiki).places();
        var place = places.get((7 * number + random.nextInt(7)) % places.size());
        var name = forms.get(number / wikis.size() % forms.size()).formatted(place.strip());
        return person(name, wiki, 0.05 + 0.2 * random.nextDouble(), Arrival.LATE);
    }

    private Person person(String name, String wiki, double zeal, Arrival arrival) {
        boolean isPrivate = random.nextInt(5) == 0;
        boolean showsName = !isPrivate && random.nextInt(10) < 7;
        return new Person(name, List.of(wiki, "commonswiki", "enwiki"), zeal, isPrivate, showsName, arrival);
    }
}
