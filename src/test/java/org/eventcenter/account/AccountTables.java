package org.eventcenter.account;

import java.util.Optional;
import org.eventcenter.module.Module;

/** The tables of the account package without the package. */
public final class AccountTables implements Module {
    @Override
    public String name() {
        return "account";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/account/migrations");
    }
}
