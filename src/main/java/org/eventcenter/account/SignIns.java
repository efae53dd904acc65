package org.eventcenter.account;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eventcenter.web.Secrets;
import org.eventcenter.web.Sessions;

/** Begins and ends the sessions of people: the row in the table and the cookie, always both. */
final class SignIns {
    private final AccountStore accounts;
    private final WebSessionStore sessionStore;
    private final Sessions sessions;

    SignIns(AccountStore accounts, WebSessionStore sessionStore, Sessions sessions) {
        this.accounts = accounts;
        this.sessionStore = sessionStore;
        this.sessions = sessions;
    }

    /**
     * Somebody whom the wiki confirmed.
     *
     * @param same the account of this hub alone that is the same person; it goes into that of the wiki
     */
    Future<Account> confirmed(RoutingContext context, WikiProfile person, Optional<Account> same) {
        return accounts.confirmed(person.centralId(), person.name())
                .compose(account -> same.map(local -> merge(local, account)).orElse(Future.succeededFuture(account)))
                .compose(account -> begin(context, account, false));
    }

    private Future<Account> merge(Account local, Account into) {
        return accounts.merge(local, into).map(into);
    }

    /** Under a new session id, whatever cookie the browser came with; that one's session ends. */
    Future<Account> begin(RoutingContext context, Account account, boolean operator) {
        var before = sessions.of(context)
                .map(cookie -> sessionStore.end(Secrets.hash(cookie.sessionId())))
                .orElse(Future.succeededFuture());
        return before.compose(ended -> sessionStore.open(account, operator)).map(id -> {
            sessions.begin(context, account.accountId(), id);
            return account;
        });
    }

    /** Ends this session or, if {@code everywhere}, all of this person. */
    Future<Void> end(Visitor visitor, boolean everywhere) {
        if (everywhere && !visitor.isAnonymous()) {
            return sessionStore.endAll(visitor.account().get().accountId());
        }
        return visitor.session().map(sessionStore::end).orElse(Future.succeededFuture());
    }
}
