package org.eventcenter.command;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import org.eventcenter.account.Account;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.NameBearers;
import org.eventcenter.account.NameBearers.Borne;
import org.eventcenter.module.CannotStart;
import org.eventcenter.registration.AccountsInEvents;
import org.eventcenter.registration.RegistrationStore;
import org.eventcenter.wiki.WikiClient;
import org.eventcenter.wiki.WikiUnavailable;

/** The account of a name that somebody typed, which is about to get something: never a guess. */
final class NamedAccount {
    private final AccountStore accounts;
    private final NameBearers bearers;

    NamedAccount(Pool database, WikiClient wiki) {
        this.accounts = accounts(database);
        this.bearers = new NameBearers(wiki::globalUsers, accounts);
    }

    /** No bells: the running hub sees within a second that lines have changed. */
    static AccountStore accounts(Pool database) {
        return new AccountStore(
                database, new AccountsInEvents(new RegistrationStore(database, database), withoutBells -> {}));
    }

    /** Whoever bears this name now; an account of this hub alone where no wiki knows it. Fails with a sentence. */
    Future<Account> find(String name) {
        return bearers.of(name).recover(failure -> refuseUnasked(name, failure)).compose(this::only);
    }

    /**
     * The account of this hub alone that bears this name, of which the operator says that it is the wiki's account of the
     * other name. Fails with a sentence, and nothing is changed.
     */
    Future<Merging> merging(String local, String atWiki) {
        return bearers.of(atWiki)
                .recover(failure -> refuseUnasked(atWiki, failure))
                .compose(this::ofWiki)
                .compose(into -> accounts.bearers(local)
                        .compose(bearing -> bearing.stream()
                                .filter(Account::isOfThisHubAlone)
                                .findFirst()
                                .map(account -> Future.succeededFuture(new Merging(account, into)))
                                .orElseGet(() -> Future.failedFuture(
                                        new CannotStart("no account of this hub alone is called \"" + local + "\"")))));
    }

    /** Both are one person. */
    record Merging(Account local, Account into) {}

    private Future<Account> ofWiki(Borne borne) {
        return borne.isAtWiki()
                ? Future.succeededFuture(borne.here().get(0))
                : refuse("the wikis know no \"" + borne.name() + "\": an account of this hub alone goes into one of the"
                        + " wikis, and nothing was done");
    }

    private static Future<Borne> refuseUnasked(String name, Throwable failure) {
        return Future.failedFuture(
                failure instanceof WikiUnavailable
                        ? new CannotStart("the wiki cannot be asked who \"" + name + "\" is now, so nothing was done: "
                                + failure.getMessage())
                        : failure);
    }

    private Future<Account> only(Borne borne) {
        if (borne.here().size() > 1) {
            return refuse("two accounts here are called \"" + borne.name() + "\": one of the wikis and one of this hub"
                    + " alone, so nobody can tell who is meant, and nothing was done. If both are one person:"
                    + " event-center merge \"" + borne.name() + "\" --into \"" + borne.name() + "\"");
        }
        if (borne.here().isEmpty()) {
            return accounts.local(borne.name()).onSuccess(NamedAccount::sayLocal);
        }
        var account = borne.here().get(0);
        if (borne.isAtWiki()) {
            return Future.succeededFuture(account);
        }
        if (account.centralId().isPresent()) {
            return refuse("no account of the wikis is called \"" + borne.name() + "\" any more: who was called so here"
                    + " has been renamed, or is hidden. Say the name of now");
        }
        sayLocal(account);
        return Future.succeededFuture(account);
    }

    private static <T> Future<T> refuse(String sentence) {
        return Future.failedFuture(new CannotStart(sentence));
    }

    private static void sayLocal(Account account) {
        System.err.println("The wikis know no \"" + account.name() + "\": this is for an account of this hub alone.");
    }
}
