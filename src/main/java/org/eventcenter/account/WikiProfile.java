package org.eventcenter.account;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.eventcenter.wiki.UserName;

/**
 * What the wiki says about somebody who just signed in there.
 *
 * @param name in its canonical form; it may have a {@link #flaw}
 */
record WikiProfile(long centralId, String name) {

    /**
     * Empty for an account that is not attached to the central ones ({@code sub} is 0), and for a hidden one, of which
     * the wiki tells no name. {@code sub} is a text at the Wikimedia wikis and a number elsewhere.
     */
    static Optional<WikiProfile> read(JsonObject profile) {
        var sub = String.valueOf(profile.getValue("sub"));
        var name = profile.getValue("username");
        return sub.matches("[1-9][0-9]{0,17}") && name instanceof String text && !text.isBlank()
                ? Optional.of(new WikiProfile(Long.parseLong(sub), UserName.canonical(text)))
                : Optional.empty();
    }

    /** Why nobody can take part under this name. */
    Optional<UserName.Flaw> flaw() {
        return UserName.flaw(name);
    }
}
