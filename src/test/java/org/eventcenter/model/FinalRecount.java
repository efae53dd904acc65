package org.eventcenter.model;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** At the end: every figure of an event counted again from the rows and the truth, by a second set of rules. */
final class FinalRecount {
    private final World world;
    private final Sql sql;
    private final long event;
    private final Map<Long, Person> people = new HashMap<>();
    private final Map<String, Set<Integer>> wikis = new HashMap<>();
    /** Under which key each page's edits are stored. */
    private final Map<String, String> keys = new HashMap<>();

    private long start;
    private long end;
    private int scopeVersion;

    FinalRecount(World world, Sql sql, long event) {
        this.world = world;
        this.sql = sql;
        this.event = event;
    }

    private record Person(String status, boolean isPrivate) {
        boolean isIn() {
            return status.equals("accepted");
        }

        boolean isPublic() {
            return isIn() && !isPrivate;
        }
    }

    /** A stored contribution, as the database has it. */
    private record Row(
            WikiEdit edit,
            long account,
            boolean counts,
            String reason,
            boolean countsPublic,
            Long publicNumber,
            boolean reverted,
            Integer delta,
            Long page,
            String pageKey) {}

    void check() throws SQLException {
        readEvent();
        var organizers = new Tally();
        var toPublic = new Tally();
        var rows = sql.rows("""
                        select rev_id, account_id, counts, reason, counts_public, pub_seq, reverted, delta, page_id,
                            page_key from contribution where event_id = ?""", event).stream().map(this::row).toList();
        for (var row : rows) {
            checkRow(row);
            count(row, row.counts, organizers);
            count(row, row.countsPublic, toPublic);
        }
        people.values().forEach(person -> {
            organizers.participants += person.isIn() ? 1 : 0;
            toPublic.participants += person.isPublic() ? 1 : 0;
        });
        checkMissing(rows);
        checkNumbers();
        checkCapacity(organizers.participants);
        checkNames();
        organizers.compare(world, sql, event, 1);
        toPublic.compare(world, sql, event, 2);
    }

    private void readEvent() throws SQLException {
        var row = sql.row("""
                select extract(epoch from starts_at)::bigint, extract(epoch from ends_at)::bigint, scope_version
                from event where event_id = ?""", event);
        start = (Long) row[0];
        end = (Long) row[1];
        scopeVersion = (Integer) row[2];
        for (var wiki : sql.rows("select wiki, unnest(namespaces) from event_wiki where event_id = ?", event)) {
            wikis.computeIfAbsent((String) wiki[0], name -> new HashSet<>()).add((Integer) wiki[1]);
        }
        for (var person :
                sql.rows("select account_id, status, private, wished_at from registration where event_id = ?", event)) {
            people.put((Long) person[0], new Person((String) person[1], (Boolean) person[2]));
            world.checkWish(event, (Long) person[0], (Timestamp) person[3]);
        }
    }

    private Row row(Object[] row) {
        return new Row(
                world.edit((Long) row[0]),
                (Long) row[1],
                (Boolean) row[2],
                (String) row[3],
                (Boolean) row[4],
                (Long) row[5],
                (Boolean) row[6],
                (Integer) row[7],
                (Long) row[8],
                (String) row[9]);
    }

    private void checkRow(Row row) {
        world.count("rows recounted");
        var edit = row.edit;
        var person = people.get(row.account);
        if (row.account != world.owner(edit.account)) {
            world.fault(event, "another person's edit", edit.revision, edit.account, row.account);
            return;
        }
        var reason = reason(edit, person, row.reverted);
        if (row.reverted != edit.isReverted()) {
            world.fault(event, "a revert is lost", edit.revision, row.reverted, edit.knownIn());
        }
        if (!Objects.equals(reason, row.reason)
                || row.counts != (reason == null)
                || row.countsPublic != (reason == null && person.isPublic())) {
            world.fault(event, "counted wrongly", edit.revision, reason, row);
        }
        if (row.publicNumber != null && !person.isPublic()) {
            world.fault(event, "a public number of a private person", edit.revision);
        }
        boolean noPage = row.page == null && row.pageKey.equals(edit.title) && edit.byTitleAlone;
        boolean itsPage = Objects.equals(row.page, edit.page) && row.pageKey.equals("#" + edit.page);
        if (!(noPage || itsPage) || !Objects.equals(row.delta, edit.delta)) {
            world.fault(event, "a fact is lost", row);
        }
        var key = keys.putIfAbsent(edit.wiki + " " + edit.title, row.pageKey);
        if (key != null && !key.equals(row.pageKey)) {
            world.fault(event, "one page under two keys", key, row);
        }
    }

    private String reason(WikiEdit edit, Person person, boolean reverted) {
        if (!person.isIn()) {
            return "not_registered";
        }
        if (edit.at < start || edit.at >= end) {
            return edit.at < start ? "before" : "after";
        }
        if (!wikis.containsKey(edit.wiki)) {
            return "wiki";
        }
        if (!wikis.get(edit.wiki).contains(edit.namespace)) {
            return "namespace";
        }
        if (edit.bot || edit.kind.equals("move")) {
            return edit.bot ? "bot" : "move";
        }
        if (edit.kind.equals("create") && edit.redirect) {
            return "redirect";
        }
        if (edit.unchanged && edit.namespace != 6) {
            return "null_edit";
        }
        if (reverted) {
            return "reverted";
        }
        return edit.inScope(scopeVersion) ? null : "scope";
    }

    private static void count(Row row, boolean counts, Tally tally) {
        if (counts) {
            tally.add(row.edit, row.account, row.pageKey);
        }
    }

    private void checkMissing(List<Row> rows) {
        var held = new HashSet<Long>();
        rows.forEach(row -> held.add(row.edit.revision));
        for (var edit : world.edits) {
            boolean wanted = people.containsKey(world.owner(edit.account))
                    && wikis.containsKey(edit.wiki)
                    && edit.at >= start - 3_600
                    && edit.at < end + 3_600;
            if (wanted && !held.contains(edit.revision)) {
                world.fault(event, "not stored", edit.revision);
            }
        }
    }

    /** The organizers' numbers have neither hole nor double; the public ones no double. */
    private void checkNumbers() throws SQLException {
        for (var column : List.of("org_seq", "pub_seq")) {
            int audience = column.equals("org_seq") ? 1 : 2;
            var row = sql.row("""
                    select count(*), count(distinct n), coalesce(max(n), 0),
                        (select last_seq from feed where event_id = ? and audience = ?)
                    from (
                        select %s as n from contribution where event_id = ?
                        union all select seq from feed_entry where event_id = ? and audience = ?) numbers
                    where n is not null""".formatted(column), event, audience, event, event, audience);
            boolean holes = audience == 1 && !row[0].equals(row[3]);
            if (!row[0].equals(row[1]) || (Long) row[2] > (Long) row[3] || holes) {
                world.fault(event, "numbers of", column, Arrays.toString(row));
            }
        }
    }

    /** Whoever renames brings the name to every event, also to one that somebody joins at the same moment. */
    private void checkNames() throws SQLException {
        long leftBehind = sql.number("""
                select count(*) from registration join account using (account_id)
                where event_id = ? and merged_into is not null""", event);
        if (leftBehind > 0) {
            world.fault(event, "places of merged accounts", leftBehind);
        }
        var old = sql.rows("""
                select r.account_id, r.name, a.name from registration r join account a using (account_id)
                where r.event_id = ? and r.name is distinct from a.name""", event);
        old.forEach(row -> world.fault(event, "lines show an old name", Arrays.toString(row)));
        long twice = sql.number("select count(*) - count(distinct canonical_name) from account");
        if (twice > 0) {
            world.fault("a name has two bearers", twice);
        }
    }

    private void checkCapacity(int participants) throws SQLException {
        if (participants > World.CAPACITY) {
            world.fault(event, "sold", participants, "of", World.CAPACITY);
        }
        long people = sql.number("select count(*) from registration where event_id = ?", event);
        long codes = sql.number("select count(distinct code) from registration where event_id = ?", event);
        long refs = sql.number("select count(distinct public_ref) from registration where event_id = ?", event);
        if (codes != people || refs != people) {
            world.fault(event, "a code or a reference twice");
        }
    }
}
