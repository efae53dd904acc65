package org.eventcenter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eventcenter.config.Section;

/**
 * What session cookies are encrypted with: new ones by {@code current}, and while secrets are being changed those that
 * {@code previous} made are still read. All nodes of one hub need the same.
 */
public record CookieSecrets(String current, Optional<String> previous) {
    private static final int LEAST_LENGTH = 32;

    /** From the configuration, else the one in the data folder, which is made when it is not there. Blocks. */
    public static CookieSecrets from(Section http, Path dataFolder) {
        var current = http.secret("cookie_secret");
        var previous = http.secret("cookie_secret_previous");
        if (current.isPresent() && current.get().length() < LEAST_LENGTH) {
            http.reject("cookie_secret", "is shorter than " + LEAST_LENGTH + " characters");
        }
        return new CookieSecrets(current.orElseGet(() -> inFolder(dataFolder)), previous);
    }

    private static String inFolder(Path folder) {
        var file = folder.resolve("cookie-secret");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                var fresh = Files.createTempFile(folder, "cookie-secret", ".new", ownerOnly);
                Files.writeString(fresh, Secrets.random(256));
                Files.move(fresh, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret of the session cookies in " + file, e);
        }
    }
}
