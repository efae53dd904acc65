package org.eventcenter.web;

import java.util.Optional;
import org.eventcenter.config.DataFolder;
import org.eventcenter.config.Section;

/**
 * What session cookies are encrypted with: new ones by {@code current}, and while secrets are being changed those that
 * {@code previous} made are still read. All nodes of one hub need the same.
 */
public record CookieSecrets(String current, Optional<String> previous) {
    private static final int LEAST_LENGTH = 32;

    /** As the operator set them, for hubs of several nodes; one node needs none. */
    public record Configured(Optional<String> current, Optional<String> previous) {

        /** Section {@code http}. */
        public static Configured from(Section section) {
            var current = section.secret("cookie_secret");
            if (current.isPresent() && current.get().length() < LEAST_LENGTH) {
                section.reject("cookie_secret", "is shorter than " + LEAST_LENGTH + " characters");
            }
            return new Configured(current, section.secret("cookie_secret_previous"));
        }
    }

    /** Those, else the one in the data folder, which is made when it is not there. Blocks. */
    public static CookieSecrets of(Configured configured, DataFolder data) {
        var current = configured.current().orElseGet(() -> data.secret("cookie-secret"));
        return new CookieSecrets(current, configured.previous());
    }
}
