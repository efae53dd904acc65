package org.eventcenter.account;

import java.util.Optional;

/**
 * Who is asking.
 *
 * @param account empty for anonymous people
 * @param by what they showed
 */
public record Visitor(Optional<Account> account, Proof by) {
    public static final Visitor ANONYMOUS = new Visitor(Optional.empty(), Proof.NOTHING);

    /** What makes us believe it. */
    public enum Proof {
        NOTHING,
        SESSION,
        TOKEN
    }

    public boolean isAnonymous() {
        return account.isEmpty();
    }
}
