package org.eventcenter.campaign;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes the six letters of an event's short address, from an alphabet without look-alikes and without vowels. */
final class ShortCodes {
    private static final String LETTERS = "bcdfghjkmnpqrstvwxyz";
    private static final int LENGTH = 6;

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
