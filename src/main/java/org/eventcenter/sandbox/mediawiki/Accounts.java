package org.eventcenter.sandbox.mediawiki;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The global accounts by their canonical name. */
public final class Accounts {
    private static final long FIRST_CENTRAL_ID = 71_200_000;

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Instant openedAt;
    private long lastCentralId = FIRST_CENTRAL_ID;

    Accounts(Instant openedAt) {
        this.openedAt = openedAt;
    }

    /** The person of this name, who gets an account if there was none. */
    @CanIgnoreReturnValue
    public Account person(String name) {
        return account(name, Account.Kind.PERSON);
    }

    @CanIgnoreReturnValue
    public Account account(String name, Account.Kind kind) {
        return byName.computeIfAbsent(name, unknown -> create(unknown, kind));
    }

    private Account create(String name, Account.Kind kind) {
        lastCentralId += 1 + Math.floorMod(name.hashCode(), 97);
        int days = Math.floorMod(name.hashCode(), 2_000);
        return new Account(lastCentralId, name, kind, openedAt.minus(Duration.ofDays(days + 3)), days / 3);
    }

    /** Hidden accounts are found as well: what may be told of them is for the one who tells. */
    public Optional<Account> find(String canonicalName) {
        return Optional.ofNullable(byName.get(canonicalName));
    }

    public Optional<Account> find(long centralId) {
        return byName.values().stream()
                .filter(account -> account.centralId() == centralId)
                .findFirst();
    }

    public Collection<Account> all() {
        return byName.values();
    }

    /** The old name is nobody's afterwards. */
    public void rename(String name, String newName) {
        var account = byName.remove(name);
        if (account == null || byName.containsKey(newName)) {
            throw new IllegalArgumentException("Cannot rename " + name + " to " + newName);
        }
        account.rename(newName);
        byName.put(newName, account);
    }

    /** Hides the name from everybody; such an account is blocked, too. */
    public void hide(String name) {
        person(name).hide();
    }

    public void block(String name) {
        person(name).block();
    }
}
