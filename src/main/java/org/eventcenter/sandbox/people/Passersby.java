package org.eventcenter.sandbox.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eventcenter.sandbox.mediawiki.Account;
import org.eventcenter.sandbox.mediawiki.Accounts;

/** All who edit and are in no event: strangers, temporary accounts, bots. */
final class Passersby {
    static final String PATROLLER = "Kelpie on Patrol";

    private static final List<String> BOTS = List.of("TidyReedBot", "FerryBot", "MossLinkBot");

    private final List<String> strangers = new ArrayList<>();

    Passersby(Accounts accounts) {
        for (var tongue : Tongue.all()) {
            tongue.places().stream()
                    .limit(18)
                    .forEach(place -> strangers.add(place.strip() + " " + (100 + strangers.size())));
        }
        BOTS.forEach(name -> accounts.account(name, Account.Kind.BOT));
        accounts.person(PATROLLER);
    }

    String any(Dice dice, Accounts accounts) {
        if (dice.chance(0.2)) {
            return dice.oneOf(BOTS);
        }
        if (dice.chance(0.12)) {
            var name = String.format(Locale.ROOT, "~2026-%05d-%02d", dice.below(300), 7);
            return accounts.account(name, Account.Kind.TEMPORARY).name();
        }
        return dice.oneOf(strangers);
    }
}
