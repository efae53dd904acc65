package org.eventcenter.registration;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.eventcenter.database.DatabaseClock;
import org.eventcenter.feed.FeedMove;

/**
 * Registrations in the database. Each change is one call and one transaction. A future that fails says nothing about
 * what was committed: the same call again is safe. May be called from any thread.
 */
public final class RegistrationStore {
    private static final String JOIN = "select * from registration_join($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    private static final String TAKE_BACK = "select * from registration_take_back($1, $2, $3, $4)";
    private static final String GO_PUBLIC = "select * from registration_go_public($1, $2, $3, $4)";
    private static final String NAME_PUBLIC = "select * from registration_name_public($1, $2, $3, $4)";
    private static final String RENAMED = "select * from registration_renamed($1, $2)";
    private static final String WRONG_NAMES = """
            select r.event_id, r.account_id from registration r join account a using (account_id)
            where r.name is distinct from a.name""";
    private static final String MERGED = "select * from registration_merge($1, $2)";
    private static final String LEFT_BEHIND = """
            select r.event_id, r.account_id from registration r join account a using (account_id)
            where a.merged_into is not null""";
    private static final String OWN = "select * from registration where event_id = $1 and account_id = $2";
    private static final String OF_EVENT =
            "select * from registration where event_id = $1 and account_id = any ($2) order by account_id";
    private static final String OF_ACCOUNT =
            "select * from registration where account_id = $1 order by joined_at desc, registration_id desc limit 200";
    private static final String JOINING = """
            select coalesce(registration_closed(e.event_id),
                case when e.capacity <= f.participants then 'full' else 'open' end)
            from event e join feed f on f.event_id = e.event_id and f.audience = 1
            where e.event_id = $1""";

    /** The SQLSTATE of a statement that took longer than its server allows. */
    private static final String CUT_OFF = "57014";

    private final Pool fast;
    private final Pool slow;
    private final DatabaseClock clock;
    private final DoorCodes codes = new DoorCodes();

    /** @param slow for what has as many rows as a person has edits */
    public RegistrationStore(Pool fast, Pool slow) {
        this.fast = fast;
        this.slow = slow;
        this.clock = new DatabaseClock(fast);
    }

    /** When a wish is made that is made now, in the database's time. */
    Instant now() {
        return clock.instant();
    }

    /** Completes when {@link #now()} is the database's time. Fails when the database does not answer. */
    Future<Void> measureTime() {
        return clock.measure();
    }

    /**
     * Answers in the order of the requests. At most 200 a call. What the fast pool's server cuts off is called again in
     * the slow one: among the requests may be somebody who comes back with very many edits, which are counted anew.
     */
    Future<JoinBatch> join(long eventId, List<TimedJoin> requests) {
        var parameters = JoinRows.parameters(eventId, requests, codes);
        return fast.preparedQuery(JOIN)
                .execute(parameters)
                .recover(failure ->
                        isCutOff(failure) ? slow.preparedQuery(JOIN).execute(parameters) : Future.failedFuture(failure))
                .map(rows -> JoinRows.read(eventId, rows));
    }

    private static boolean isCutOff(Throwable failure) {
        return failure instanceof PgException refused && CUT_OFF.equals(refused.getSqlState());
    }

    Future<PersonMove> takeBack(long eventId, long accountId, TakeBack how, Instant wishedAt) {
        return move(TAKE_BACK, eventId, Tuple.of(eventId, accountId, how.word(), utc(wishedAt)));
    }

    Future<PersonMove> goPublic(long eventId, long accountId, boolean namePublic, Instant wishedAt) {
        return move(GO_PUBLIC, eventId, Tuple.of(eventId, accountId, namePublic, utc(wishedAt)));
    }

    Future<PersonMove> setNamePublic(long eventId, long accountId, boolean namePublic, Instant wishedAt) {
        return move(NAME_PUBLIC, eventId, Tuple.of(eventId, accountId, namePublic, utc(wishedAt)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Brings the name that the account has now to the lines of an event. */
    Future<FeedMove> renamed(long eventId, long accountId) {
        return slow.preparedQuery(RENAMED)
                .execute(Tuple.of(eventId, accountId))
                .map(rows -> FeedMove.of(eventId, rows.iterator().next()));
    }

    /** Brings the place of an account that went into another one to that one. */
    Future<FeedMove> merged(long eventId, long accountId) {
        return slow.preparedQuery(MERGED)
                .execute(Tuple.of(eventId, accountId))
                .map(rows -> FeedMove.of(eventId, rows.iterator().next()));
    }

    /** Places of accounts that went into these. */
    Future<List<PersonIn>> leftBehind(Collection<Long> accountIds) {
        return fast.preparedQuery(LEFT_BEHIND + " and a.merged_into = any ($1) order by event_id")
                .execute(Tuple.of((Object) accountIds.toArray(Long[]::new)))
                .map(rows -> list(rows, RegistrationStore::personIn));
    }

    /** Places of accounts that went into others, of all people. */
    Future<List<PersonIn>> leftBehind() {
        return slow.preparedQuery(LEFT_BEHIND).execute().map(rows -> list(rows, RegistrationStore::personIn));
    }

    /** Where lines show another name than these accounts have. */
    Future<List<PersonIn>> wrongNames(Collection<Long> accountIds) {
        return fast.preparedQuery(WRONG_NAMES + " and account_id = any ($1) order by event_id")
                .execute(Tuple.of((Object) accountIds.toArray(Long[]::new)))
                .map(rows -> list(rows, RegistrationStore::personIn));
    }

    /** Where lines show another name than the account has, of all people. */
    Future<List<PersonIn>> wrongNames() {
        return slow.preparedQuery(WRONG_NAMES).execute().map(rows -> list(rows, RegistrationStore::personIn));
    }

    /** Also who cancelled or was removed. */
    public Future<Optional<Registration>> own(long eventId, long accountId) {
        return fast.preparedQuery(OWN)
                .execute(Tuple.of(eventId, accountId))
                .map(rows -> list(rows, RegistrationStore::read).stream().findFirst());
    }

    /** Of these accounts in one event, also of who cancelled or was removed. */
    Future<List<Registration>> ofEvent(long eventId, Collection<Long> accountIds) {
        return fast.preparedQuery(OF_EVENT)
                .execute(Tuple.of(eventId, (Object) accountIds.toArray(Long[]::new)))
                .map(rows -> list(rows, RegistrationStore::read));
    }

    /** The newest 200 of an account, newest first; also those that were cancelled. */
    public Future<List<Registration>> ofAccount(long accountId) {
        return fast.preparedQuery(OF_ACCOUNT)
                .execute(Tuple.of(accountId))
                .map(rows -> list(rows, RegistrationStore::read));
    }

    /** Whether a newcomer can join now, in the database's time. Fails for an event that does not exist. */
    public Future<Joining> joining(long eventId) {
        return fast.preparedQuery(JOINING)
                .execute(Tuple.of(eventId))
                .map(rows -> list(rows, row -> Joining.of(row.getString(0))).stream()
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no event " + eventId)));
    }

    private Future<PersonMove> move(String sql, long eventId, Tuple parameters) {
        return slow.preparedQuery(sql).execute(parameters).map(rows -> {
            var row = rows.iterator().next();
            return new PersonMove(row.getBoolean("o_done"), row.getBoolean("o_superseded"), FeedMove.of(eventId, row));
        });
    }

    private static PersonIn personIn(Row row) {
        return new PersonIn(row.getLong("event_id"), row.getLong("account_id"));
    }

    private static Registration read(Row row) {
        return new Registration(
                row.getLong("registration_id"),
                row.getLong("event_id"),
                row.getLong("account_id"),
                row.getString("code"),
                RegistrationStatus.of(row.getString("status")),
                row.getBoolean("private"),
                row.getBoolean("name_public"),
                row.getOffsetDateTime("joined_at").toInstant(),
                row.getInteger("counted"),
                row.getLong("changed_seq"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return rows.stream().map(read).toList();
    }

    /** What a call answered, and where the feeds stand. */
    record JoinBatch(List<JoinAnswer> answers, FeedMove move) {}

    /** Whether there was something to change, whether a later wish holds instead, and where the feeds stand. */
    record PersonMove(boolean done, boolean superseded, FeedMove move) {}

    /** Somebody who is, or was, in an event. */
    record PersonIn(long eventId, long accountId) {}
}
