package org.eventcenter.registration;

import java.security.SecureRandom;

/** Makes codes for the door: 8 of 28 letters and digits, without look-alikes and vowels. */
final class DoorCodes {
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
