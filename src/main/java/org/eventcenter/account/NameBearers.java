package org.eventcenter.account;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.eventcenter.wiki.GlobalUser;
import org.eventcenter.wiki.UserName;
import org.eventcenter.wiki.WikiUnavailable;

/**
 * Says who bears a name now, for whatever gives or takes something by a name. The wiki is asked each time: names change
 * hands, and what we know of them is from the last time that somebody was confirmed. Safe for several threads.
 */
public final class NameBearers {
    private final Function<List<String>, Future<List<GlobalUser>>> wiki;
    private final AccountStore accounts;

    /** {@code wiki} says of each name what it knows, in their order. */
    public NameBearers(Function<List<String>, Future<List<GlobalUser>>> wiki, AccountStore accounts) {
        this.wiki = wiki;
        this.accounts = accounts;
    }

    /**
     * Who bears a name.
     *
     * @param name in its canonical form
     * @param atWiki what the wiki says of it
     * @param here the accounts of the hub that bear it; the wiki's first, with whoever has the name there among them
     */
    public record Borne(String name, GlobalUser.Standing atWiki, List<Account> here) {

        /** Whether the wiki has an account of this name. */
        public boolean isAtWiki() {
            return atWiki == GlobalUser.Standing.FOUND;
        }

        private boolean isOfThisHubAlone() {
            return here.size() == 1 && here.get(0).isOfThisHubAlone();
        }
    }

    /**
     * Fails with {@link WikiUnavailable} when the wiki cannot be asked, unless the only account of this name is one of
     * this hub alone: then no answer of the wiki could mean anybody else here.
     */
    public Future<Borne> of(String typed) {
        var name = UserName.canonical(typed);
        return wiki.apply(List.of(name))
                .compose(answers -> confirmed(answers.get(0)))
                .compose(user -> here(name, user.standing()))
                .recover(failure ->
                        failure instanceof WikiUnavailable ? withoutWiki(name, failure) : Future.failedFuture(failure));
    }

    private Future<GlobalUser> confirmed(GlobalUser user) {
        return user.standing() == GlobalUser.Standing.FOUND
                ? accounts.confirmed(user.centralId(), user.name()).map(account -> user)
                : Future.succeededFuture(user);
    }

    private Future<Borne> here(String name, GlobalUser.Standing atWiki) {
        return accounts.bearers(name).map(accounts -> new Borne(name, atWiki, accounts));
    }

    private Future<Borne> withoutWiki(String name, Throwable away) {
        return here(name, GlobalUser.Standing.MISSING)
                .compose(borne -> borne.isOfThisHubAlone() ? Future.succeededFuture(borne) : Future.failedFuture(away));
    }
}
