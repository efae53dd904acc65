package org.eventcenter.campaign;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the part of an address that names an event. */
public final class Slug {
    /** Words that addresses use, or may use, beside the names of events. */
    public static final Set<String> RESERVED = Set.of(
            "about",
            "account",
            "admin",
            "api",
            "assets",
            "auth",
            "badge",
            "calendar",
            "campaign",
            "campaigns",
            "css",
            "e",
            "embed",
            "event",
            "events",
            "feed",
            "healthz",
            "help",
            "i18n",
            "import",
            "index",
            "js",
            "link",
            "live",
            "login",
            "logout",
            "me",
            "metrics",
            "my",
            "new",
            "null",
            "oauth",
            "organize",
            "people",
            "privacy",
            "readyz",
            "register",
            "report",
            "robots",
            "s",
            "screen",
            "search",
            "settings",
            "sign-in",
            "sign-out",
            "signin",
            "signout",
            "sitemap",
            "static",
            "status",
            "stream",
            "terms",
            "tools",
            "undefined",
            "user",
            "users",
            "vendor",
            "webroot",
            "wiki");

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;

    private Slug() {}

    /** What is wrong with it; empty: it may be used. */
    public static Optional<Mistake> check(String slug) {
        if (slug.length() < SHORTEST || slug.length() > LONGEST) {
            return Optional.of(Mistake.LENGTH);
        }
        if (!SHAPE.matcher(slug).matches()) {
            return Optional.of(Mistake.CHARACTERS);
        }
        return RESERVED.contains(slug) ? Optional.of(Mistake.RESERVED) : Optional.empty();
    }

    /** Why a slug cannot be used. */
    public enum Mistake {
        /** Not 3 to 64 characters. */
        LENGTH,
        /** Not lower-case letters a to z and digits, in parts joined by single hyphens. */
        CHARACTERS,
        /** One of {@link #RESERVED}. */
        RESERVED
    }
}
