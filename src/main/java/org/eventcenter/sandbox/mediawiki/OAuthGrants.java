package org.eventcenter.sandbox.mediawiki;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes that were given out at the authorize page and the tokens they were exchanged for. */
final class OAuthGrants {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    static final Duration TOKEN_LIFE = Duration.ofHours(4);

    /**
     * What the person allowed.
     *
     * @param challenge S256 of the verifier that the client has kept
     */
    record Allowed(String clientId, String redirectUri, String challenge, long centralId) {}

    private record Given(Allowed allowed, Instant until) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Given> codes = new HashMap<>();
    private final Map<String, Given> tokens = new HashMap<>();
    private final Clock clock;

    OAuthGrants(Clock clock) {
        this.clock = clock;
    }

    String code(Allowed allowed) {
        return give(codes, allowed, CODE_LIFE);
    }

    /** A token for a code, once; empty when anything of the four does not fit. */
    Optional<String> token(String code, String clientId, @Nullable String redirectUri, String verifier) {
        return take(codes, code)
                .filter(allowed -> allowed.clientId().equals(clientId))
                .filter(allowed -> redirectUri == null || allowed.redirectUri().equals(redirectUri))
                .filter(allowed -> allowed.challenge().equals(s256(verifier)))
                .map(allowed -> give(tokens, allowed, TOKEN_LIFE));
    }

    /** Whose token this is. */
    Optional<Long> owner(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(given -> clock.instant().isBefore(given.until()))
                .map(given -> given.allowed().centralId());
    }

    private String give(Map<String, Given> kept, Allowed allowed, Duration life) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.values().removeIf(given -> given.until().isBefore(clock.instant()));
        kept.put(text, new Given(allowed, clock.instant().plus(life)));
        return text;
    }

    private Optional<Allowed> take(Map<String, Given> kept, String text) {
        return Optional.ofNullable(kept.remove(text))
                .filter(given -> clock.instant().isBefore(given.until()))
                .map(Given::allowed);
    }

    static String s256(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
