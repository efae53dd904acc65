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
        join(event, requests, accounts);
        if (random.nextInt(5) == 0) {
            join(event, requests, accounts);
        }
    }

    private void join(long event, UUID[] requests, Long[] accounts) throws SQLException {
        int count = accounts.length;
        var answers = sql.rows(
                "select o_outcome, o_registration, o_code from registration_join(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event,
                requests,
                accounts,
                flags(count, 35),
                flags(count, 60),
                flags(count, 10),
                codes(count),
                codes(count),
                codes(count));
        for (int i = 0; i < count; i++) {
            check(event, accounts[i], answers.get(i));
        }
    }

    private void check(long event, long account, Object[] answer) {
        world.count("join " + answer[0]);
        if (!answer[0].equals("joined") && !answer[0].equals("already")) {
            return;
        }
        if (answer[1] == null || answer[2] == null) {
            world.fault("an answer without a place", event, account);
            return;
        }
        world.checkCode(event, account, answer[2]);
    }

    void leave(long event) throws SQLException {
        var how = pick(random, "cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "removed");
        takeBack(event, how);
    }

    void goPrivate(long event) throws SQLException {
        takeBack(event, "private");
    }

    private void takeBack(long event, String how) throws SQLException {
        var done = sql.row("select o_done from registration_take_back(?, ?, ?)", event, World.anAccount(random), how);
        world.count(how + " " + done[0]);
    }

    void goPublic(long event) throws SQLException {
        var named = random.nextInt(100) < 60;
        var done = sql.row("select o_done from registration_go_public(?, ?, ?)", event, World.anAccount(random), named);
        world.count("public " + done[0]);
    }

    void changeConsent(long event) throws SQLException {
        sql.row(
                "select o_done from registration_name_public(?, ?, ?)",
                event,
                World.anAccount(random),
                random.nextBoolean());
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
