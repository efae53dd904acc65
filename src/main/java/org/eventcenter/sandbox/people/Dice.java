package org.eventcenter.sandbox.people;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chance, as it is found among edits. The same seed gives the same throws. */
final class Dice {
    private static final int TYPICAL_BYTES = 130;
    private static final int LARGEST_BYTES = 9_000;

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One of them, each as often as its weight says. */
    Person byZeal(List<Person> people) {
        double left =
                random.nextDouble() * people.stream().mapToDouble(Person::zeal).sum();
        for (var person : people) {
            left -= person.zeal();
            if (left < 0) {
                return person;
            }
        }
        return people.get(people.size() - 1);
    }

    /** Mostly some words more, now and then a section, one time in ten something less; never nothing. */
    int bytesOfAnEdit() {
        if (chance(0.1)) {
            return -between(1, 90);
        }
        double bytes = TYPICAL_BYTES * Math.exp(1.1 * random.nextGaussian());
        return (int) Math.max(1, Math.min(LARGEST_BYTES, bytes));
    }

    /** Exponential, as of things that happen independently. */
    Duration around(Duration mean) {
        double factor = -Math.log(1 - random.nextDouble());
        return Duration.ofMillis((long) (mean.toMillis() * factor));
    }
}
