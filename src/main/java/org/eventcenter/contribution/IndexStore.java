package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eventcenter.feed.FeedToken;

/** Reads what the participant index holds. Reads only; nothing here waits for an event's lock. */
final class IndexStore {
    private static final int PAGE = 10_000;

    private static final String HEADS = """
            select e.event_id, f.epoch, f.last_seq, e.scope_version, e.recount_version
            from event e join feed f on f.event_id = e.event_id and f.audience = 1
            where e.final_at is null and e.status <> 'draft'
            """;

    private static final String EVENTS = """
            select e.event_id, e.scope_version, e.starts_at, e.ends_at,
                array(select wiki from event_wiki w where w.event_id = e.event_id) as wikis
            from event e where e.event_id = any ($1)
            """;

    private static final String ALL_PEOPLE = """
            select r.event_id, a.account_id, a.central_id, a.canonical_name
            from registration r join account a using (account_id)
            where r.event_id = any ($1) and (r.event_id, r.account_id) > ($2, $3)
            order by r.event_id, r.account_id limit $4
            """;

    /** Whoever joined, left or became private or public is named by an entry of the organizers' feed. */
    private static final String PEOPLE_AFTER = """
            select distinct r.event_id, a.account_id, a.central_id, a.canonical_name
            from unnest($1::bigint[], $2::bigint[]) asked (event_id, after)
            join feed_entry e on e.event_id = asked.event_id and e.audience = 1 and e.seq > asked.after
            join registration r on r.registration_id = e.registration_id
            join account a on a.account_id = r.account_id
            """;

    private static final String PEOPLE = """
            select $1::bigint as event_id, account_id, central_id, canonical_name
            from account where account_id = any ($2)
            """;

    private static final String ALL_ROWS = """
            select event_id, wiki, rev_id, org_seq from contribution
            where event_id = any ($1) and (event_id, org_seq) > ($2, $3)
            order by event_id, org_seq limit $4
            """;

    private static final String ROWS_AFTER = """
            select c.event_id, c.wiki, c.rev_id
            from unnest($1::bigint[], $2::bigint[]) asked (event_id, after)
            join contribution c on c.event_id = asked.event_id and c.org_seq > asked.after
            """;

    private final Pool fast;
    private final Pool slow;

    /** {@code slow} is for whole events, {@code fast} for what is new. */
    IndexStore(Pool fast, Pool slow) {
        this.fast = fast;
        this.slow = slow;
    }

    /** Where an event stands; another value means that something of it changed. */
    record Head(long eventId, FeedToken token, int scopeVersion, int recountVersion) {}

    /** Somebody of an event. */
    record PersonOf(long eventId, IndexedPerson person) {}

    /** A stored contribution. */
    record HeldRow(long eventId, String wiki, long revId) {}

    /** Of all events from published to final. */
    Future<List<Head>> heads() {
        return fast.preparedQuery(HEADS).execute().map(rows -> list(rows, IndexStore::head));
    }

    Future<List<IndexedEvent>> events(Collection<Long> eventIds) {
        return fast.preparedQuery(EVENTS)
                .execute(Tuple.of((Object) eventIds.toArray(Long[]::new)))
                .map(rows -> list(rows, IndexStore::event));
    }

    /** Of one event, by their accounts. */
    Future<List<PersonOf>> people(long eventId, Collection<Long> accountIds) {
        return fast.preparedQuery(PEOPLE)
                .execute(Tuple.of(eventId, (Object) accountIds.toArray(Long[]::new)))
                .map(rows -> list(rows, IndexStore::person));
    }

    /** Who is new since the number that stands beside each event. */
    Future<List<PersonOf>> peopleAfter(Map<Long, Long> numbers) {
        return fast.preparedQuery(PEOPLE_AFTER).execute(after(numbers)).map(rows -> list(rows, IndexStore::person));
    }

    Future<List<HeldRow>> rowsAfter(Map<Long, Long> numbers) {
        return fast.preparedQuery(ROWS_AFTER).execute(after(numbers)).map(rows -> list(rows, IndexStore::heldRow));
    }
    /** Everybody who is or was in these events, page by page. */
    Future<Void> allPeople(Collection<Long> eventIds, Consumer<PersonOf> each) {
        return peoplePage(eventIds.toArray(Long[]::new), 0, 0, each);
    }

    /** All that is stored of these events, page by page. */
    Future<Void> allRows(Collection<Long> eventIds, Consumer<HeldRow> each) {
        return rowsPage(eventIds.toArray(Long[]::new), 0, 0, each);
    }

    private Future<Void> peoplePage(Long[] events, long afterEvent, long afterAccount, Consumer<PersonOf> each) {
        return slow.preparedQuery(ALL_PEOPLE)
                .execute(Tuple.of(events, afterEvent, afterAccount, PAGE))
                .compose(rows -> {
                    var page = list(rows, IndexStore::person);
                    page.forEach(each);
                    if (page.size() < PAGE) {
                        return Future.succeededFuture();
                    }
                    var last = page.get(PAGE - 1);
                    return peoplePage(events, last.eventId(), last.person().accountId(), each);
                });
    }

    private Future<Void> rowsPage(Long[] events, long afterEvent, long afterNumber, Consumer<HeldRow> each) {
        return slow.preparedQuery(ALL_ROWS)
                .execute(Tuple.of(events, afterEvent, afterNumber, PAGE))
                .compose(rows -> {
                    var page = list(rows, Function.identity());
                    page.forEach(row -> each.accept(heldRow(row)));
                    if (page.size() < PAGE) {
                        return Future.succeededFuture();
                    }
                    var last = page.get(PAGE - 1);
                    return rowsPage(events, last.getLong("event_id"), last.getLong("org_seq"), each);
                });
    }

    private static Tuple after(Map<Long, Long> numbers) {
        var events = numbers.keySet().toArray(Long[]::new);
        return Tuple.of(events, (Object) Stream.of(events).map(numbers::get).toArray(Long[]::new));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static Head head(Row row) {
        return new Head(
                row.getLong("event_id"),
                new FeedToken(row.getString("epoch"), row.getLong("last_seq")),
                row.getInteger("scope_version"),
                row.getInteger("recount_version"));
    }

    private static IndexedEvent event(Row row) {
        return new IndexedEvent(
                row.getLong("event_id"),
                row.getInteger("scope_version"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                Set.of(row.getArrayOfStrings("wikis")));
    }

    private static PersonOf person(Row row) {
        var person = new IndexedPerson(
                row.getLong("account_id"), row.getLong("central_id"), row.getString("canonical_name"));
        return new PersonOf(row.getLong("event_id"), person);
    }

    private static HeldRow heldRow(Row row) {
        return new HeldRow(row.getLong("event_id"), row.getString("wiki"), row.getLong("rev_id"));
    }
}
