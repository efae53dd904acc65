package org.eventcenter.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The token of a session's forms as pages show it: behind a mask that is another one each time. Pages are compressed, and
 * the lengths of many compressed pages would tell a text that is the same in all of them.
 */
final class CsrfToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private CsrfToken() {}

    /** Another text each time; empty for an empty token. */
    static String masked(String token) {
        var secret = token.getBytes(StandardCharsets.UTF_8);
        var mask = new byte[secret.length];
        RANDOM.nextBytes(mask);
        var both = Arrays.copyOf(mask, 2 * secret.length);
        System.arraycopy(xor(secret, mask), 0, both, secret.length, secret.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Whether somebody gave the token, masked or bare. */
    static boolean matches(String token, @Nullable String given) {
        if (given == null) {
            return false;
        }
        var expected = token.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))
                || MessageDigest.isEqual(expected, unmasked(given));
    }

    private static byte[] unmasked(String masked) {
        try {
            var both = Base64.getUrlDecoder().decode(masked);
            int half = both.length / 2;
            return xor(Arrays.copyOf(both, half), Arrays.copyOfRange(both, half, 2 * half));
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }
}
