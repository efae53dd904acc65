package org.eventcenter.model;

import static org.eventcenter.model.WikiEdit.pick;

import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** People who join, leave, hide and come back. */
final class People {
    /** Short codes, so that candidates collide. */
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private static final String SWAP = """
            select o_account
            from account a, account b, lateral account_confirm(
                array[a.central_id, b.central_id],
                array[split_part(b.name, ' #', 1), split_part(a.name, ' #', 1)],
                array[split_part(b.name, ' #', 1), split_part(a.name, ' #', 1)])
            where a.account_id = ? and b.account_id = ? and split_part(a.name, ' #', 1) <> split_part(b.name, ' #', 1)""";

    private static final String TAKE = """
            select o_account
            from account a, account b, lateral account_confirm(
                array[a.central_id], array[split_part(b.name, ' #', 1)], array[split_part(b.name, ' #', 1)])
            where a.account_id = ? and b.account_id = ?""";

    private final World world;
    private final Sql sql;
    private final Random random;

    People(World world, Sql sql, Random random) {
        this.world = world;
        this.sql = sql;
        this.random = random;
    }

    void join(long event) throws SQLException {
        int count = 1 + random.nextInt(6);
        var requests = new UUID[count];
        var accounts = new Long[count];
        for (int i = 0; i < count; i++) {
            accounts[i] = World.anAccount(random);
            requests[i] = new UUID(random.nextLong(), random.nextLong());
        }
        join(event, requests, accounts, false);
        if (random.nextInt(5) == 0) {
            join(event, requests, accounts, true);
        }
    }

    private void join(long event, UUID[] requests, Long[] accounts, boolean again) throws SQLException {
        int count = accounts.length;
        var answers = sql.rows(
                """
                select o_outcome, o_registration, o_code, wish
                from (select clock_timestamp() - make_interval(secs => ?) as wish) w,
                    registration_join(?, ?, ?, ?, ?, ?, ?, ?, ?, array_fill(wish, array[?]))
                order by o_ord""",
                someSecondsAgo(),
                event,
                requests,
                accounts,
                flags(count, 35),
                flags(count, 60),
                flags(count, 10),
                codes(count),
                codes(count),
                codes(count),
                count);
        for (int i = 0; i < count; i++) {
            check(event, accounts[i], answers.get(i), again);
        }
    }

    private void check(long event, long account, Object[] answer, boolean again) {
        world.count("join " + answer[0]);
        if (!answer[0].equals("joined") && !answer[0].equals("already")) {
            return;
        }
        if (answer[1] == null || answer[2] == null) {
            world.fault("an answer without a place", event, account);
            return;
        }
        world.checkCode(event, account, answer[2]);
        if (!again) {
            world.wished(event, account, answer[3]);
        }
    }

    void leave(long event) throws SQLException {
        var how = pick(random, "cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "removed");
        takeBack(event, how);
    }

    void goPrivate(long event) throws SQLException {
        takeBack(event, "private");
    }

    private void takeBack(long event, String how) throws SQLException {
        change(how, "registration_take_back", event, how);
    }

    void goPublic(long event) throws SQLException {
        change("public", "registration_go_public", event, random.nextInt(100) < 60);
    }

    void changeConsent(long event) throws SQLException {
        change("consent", "registration_name_public", event, random.nextBoolean());
    }

    /** A wish of a moment ago: of several about one person the latest holds. */
    private void change(String what, String function, long event, Object value) throws SQLException {
        var account = World.anAccount(random);
        var done = sql.row("""
                select o_done, o_superseded, wish from (select clock_timestamp() - make_interval(secs => ?) as wish) w,
                    %s(?, ?, ?, wish)""".formatted(function), someSecondsAgo(), event, account, value);
        world.count(what + " " + (done[1].equals(true) ? "superseded" : done[0]));
        if (done[0].equals(true)) {
            world.wished(event, account, done[2]);
        }
    }

    private double someSecondsAgo() {
        return random.nextInt(3) == 0 ? 2 * random.nextDouble() : 0;
    }

    /** Two swap their names, or one takes a name that somebody else has or had: a name has one bearer. */
    void rename(Edits edits) throws SQLException {
        boolean swap = random.nextBoolean();
        var renamed = sql.rows(swap ? SWAP : TAKE, World.aWikiAccount(random), World.aWikiAccount(random));
        for (var account : renamed) {
            for (var event : World.EVENTS) {
                edits.retry(() -> sql.row("select o_done from registration_renamed(?, ?)", event, account[0]));
            }
        }
        world.count(swap ? "names swapped" : "name taken");
    }

    /** Somebody of whom only this hub knew turns out to be somebody of a wiki. */
    void merge(Edits edits) throws SQLException {
        var account = World.aLocalAccount(random);
        var into = World.aMergeTarget(random);
        if (sql.row("select account_merge(?, ?)", account, into)[0].equals(true)) {
            world.merged(account, into);
            bring(account, edits);
            world.count("accounts merged");
        }
    }

    /** What the next start does as well. */
    void bring(long account, Edits edits) throws SQLException {
        for (var event : World.EVENTS) {
            edits.retry(() -> sql.row("select o_done from registration_merge(?, ?)", event, account));
        }
    }

    private Boolean[] flags(int count, int percent) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.nextInt(100) < percent)
                .toArray(Boolean[]::new);
    }

    private String[] codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> letter() + letter()).toArray(String[]::new);
    }

    private String letter() {
        return String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
}
