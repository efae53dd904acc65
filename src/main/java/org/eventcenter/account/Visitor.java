package org.eventcenter.account;

import java.util.Optional;

/**
 * Who is asking.
 *
 * @param account empty for anonymous people
 * @param by what they showed
 * @param session the hash under which {@link WebSessionStore} knows the session; empty without one
 * @param operator whether the session was opened by a link of the operator's terminal
 */
public record Visitor(Optional<Account> account, Proof by, Optional<String> session, boolean operator) {
    public static final Visitor ANONYMOUS = new Visitor(Optional.empty(), Proof.NOTHING, Optional.empty(), false);

    /** What makes us believe it. */
    public enum Proof {
        NOTHING,
        SESSION,
        TOKEN
    }

    static Visitor byToken(Account account) {
        return new Visitor(Optional.of(account), Proof.TOKEN, Optional.empty(), false);
    }

    static Visitor bySession(Account account, String session, boolean operator) {
        return new Visitor(Optional.of(account), Proof.SESSION, Optional.of(session), operator);
    }

    /**
     * Whether this is a person under a name that only this hub knows, who may sign in at the wiki besides. An operator's
     * session belongs to the terminal, not to a person.
     */
    public boolean mayJoinWiki() {
        return by == Proof.SESSION
                && !operator
                && account.filter(Account::isOfThisHubAlone).isPresent();
    }

    public boolean isAnonymous() {
        return account.isEmpty();
    }
}
