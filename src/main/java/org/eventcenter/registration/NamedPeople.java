package org.eventcenter.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eventcenter.account.Account;
import org.eventcenter.account.AccountStore;
import org.eventcenter.wiki.GlobalUser;
import org.eventcenter.wiki.UserName;

/**
 * Adds people by their user names: each name is asked for at the wiki, all who are found join by one visit to the desk,
 * and each name gets its answer.
 */
public final class NamedPeople {
    private final Function<List<String>, Future<List<GlobalUser>>> wiki;
    private final AccountStore accounts;
    private final RegistrationDesk desk;

    /** {@code wiki} says of each name what it knows, in their order. */
    public NamedPeople(
            Function<List<String>, Future<List<GlobalUser>>> wiki, AccountStore accounts, RegistrationDesk desk) {
        this.wiki = wiki;
        this.accounts = accounts;
        this.desk = desk;
    }

    /** Who is to be added, and how they are seen (empty: as before, newcomers publicly); the consent is for who is public. */
    public record Wish(List<String> names, Optional<Boolean> isPrivate, boolean namePublic) {}

    /** In the order of the names. Fails when the wiki or the database does not answer; then ask the whole list again. */
    public Future<List<NamedResult>> add(long eventId, Wish wish) {
        return wiki.apply(wish.names()).compose(users -> addFound(eventId, wish, users));
    }

    private Future<List<NamedResult>> addFound(long eventId, Wish wish, List<GlobalUser> users) {
        var found = onceEach(users);
        return accounts.confirmed(found.stream()
                        .map(user -> new AccountStore.Confirmed(user.centralId(), user.name()))
                        .toList())
                .compose(known -> accounts.shared(canonical(found))
                        .compose(shared -> join(eventId, wish, withoutShared(found, shared), known)))
                .map(joined -> results(users, joined));
    }

    private static List<String> canonical(List<GlobalUser> found) {
        return found.stream().map(user -> UserName.canonical(user.name())).toList();
    }

    private static List<GlobalUser> withoutShared(List<GlobalUser> found, Set<String> shared) {
        return found.stream()
                .filter(user -> !shared.contains(UserName.canonical(user.name())))
                .toList();
    }

    private static List<GlobalUser> onceEach(List<GlobalUser> users) {
        var seen = new HashSet<Long>();
        return users.stream()
                .filter(user -> user.standing() == GlobalUser.Standing.FOUND && seen.add(user.centralId()))
                .toList();
    }

    /** What became of each, by central id. */
    private Future<Map<Long, JoinOutcome>> join(
            long eventId, Wish wish, List<GlobalUser> found, Map<Long, Account> known) {
        if (found.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        var requests = found.stream()
                .map(user -> request(wish, Objects.requireNonNull(known.get(user.centralId()))))
                .toList();
        return desk.joinAll(eventId, requests).map(answers -> {
            var outcomes = new HashMap<Long, JoinOutcome>();
            for (int i = 0; i < answers.size(); i++) {
                outcomes.put(found.get(i).centralId(), answers.get(i).outcome());
            }
            return outcomes;
        });
    }

    private static JoinRequest request(Wish wish, Account account) {
        return new JoinRequest(
                UUID.randomUUID(), account.accountId(), wish.isPrivate.orElse(null), wish.namePublic, true);
    }

    private static List<NamedResult> results(List<GlobalUser> users, Map<Long, JoinOutcome> joined) {
        var told = new HashSet<String>();
        var results = new ArrayList<NamedResult>(users.size());
        for (var user : users) {
            var outcome = told.add(user.name()) ? outcome(user, joined) : NamedResult.Outcome.TWICE;
            results.add(new NamedResult(user.asked(), user.name(), outcome));
        }
        return results;
    }

    private static NamedResult.Outcome outcome(GlobalUser user, Map<Long, JoinOutcome> joined) {
        return switch (user.standing()) {
            case FOUND ->
                Optional.ofNullable(joined.get(user.centralId()))
                        .map(NamedResult::of)
                        .orElse(NamedResult.Outcome.TWO_OF_A_NAME);
            case MISSING -> NamedResult.Outcome.UNKNOWN;
            case INVALID -> NamedResult.Outcome.INVALID;
            case INVISIBLE_CHARACTER -> NamedResult.Outcome.INVISIBLE_CHARACTER;
            case TEMPORARY -> NamedResult.Outcome.TEMPORARY;
        };
    }
}
