package org.eventcenter.contribution;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.eventcenter.feed.FeedMove;
import org.eventcenter.stream.Change.RevertMark;
import org.eventcenter.stream.Change.Revision;

/**
 * Writes what the stream told. Each call is one transaction, changes nothing when it is repeated, and fails with SQLSTATE
 * EC001 once another node reads the stream ({@link Trouble} names what else may come).
 */
final class ContributionStore {
    private static final String RECORD = """
            select o_org_epoch, o_org, o_pub_epoch, o_pub
            from contribution_store($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """;

    private static final String FACT = """
            select o_org_epoch, o_org, o_pub_epoch, o_pub from contribution_fact($1, $2, $3, $4, $5, $6)
            """;

    private static final String KEEP_GAP = "select recording_gap_keep($1, $2, $3, $4, $5)";

    private static final String COUNT_GAPS = "select count(*) from recording_gap";

    private static final String MARK = "select contribution_mark($1, $2, $3, $4, $5)";

    /** A week is what the stream itself keeps; who reads from further back asks the wikis. */
    private static final String FORGET_MARKS = """
            delete from mark where ctid = any (array(
                select ctid from mark where at < clock_timestamp() - interval '7 days' order by at limit 10000))
            """;

    private final Pool pool;

    ContributionStore(Pool pool) {
        this.pool = pool;
    }

    /** EC002: the event's scope is another than that of the version by now. */
    Future<FeedMove> record(long epoch, long eventId, int scopeVersion, List<ParticipantEdit> edits) {
        var parameters = Tuple.of(epoch, eventId, scopeVersion)
                .addArrayOfLong(column(edits, ParticipantEdit::accountId, Long[]::new))
                .addArrayOfString(revisions(edits, Revision::wiki, String[]::new))
                .addArrayOfLong(revisions(edits, Revision::revId, Long[]::new))
                .addArrayOfLong(revisions(edits, Revision::pageId, Long[]::new))
                .addArrayOfInteger(revisions(edits, Revision::namespace, Integer[]::new))
                .addArrayOfString(revisions(edits, Revision::title, String[]::new))
                .addArrayOfString(revisions(edits, revision -> revision.kind().word(), String[]::new))
                .addArrayOfBoolean(revisions(edits, Revision::bot, Boolean[]::new))
                .addArrayOfInteger(revisions(edits, Revision::delta, Integer[]::new))
                .addArrayOfBoolean(revisions(edits, Revision::redirect, Boolean[]::new))
                .addArrayOfBoolean(revisions(edits, Revision::unchanged, Boolean[]::new))
                .addArrayOfOffsetDateTime(revisions(edits, edit -> utc(edit.savedAt()), OffsetDateTime[]::new))
                .addArrayOfBoolean(column(edits, edit -> true, Boolean[]::new));
        return pool.preparedQuery(RECORD).execute(parameters).map(rows -> move(eventId, rows));
    }

    /** Facts about revisions that the event may hold; each was committed as a mark before. */
    Future<FeedMove> fact(long epoch, long eventId, List<RevertMark> facts) {
        var parameters = marks(Tuple.of(epoch, eventId), facts);
        return pool.preparedQuery(FACT).execute(parameters).map(rows -> move(eventId, rows));
    }

    /** Facts about any revisions, held or not. */
    Future<Void> mark(long epoch, List<RevertMark> facts) {
        return pool.preparedQuery(MARK).execute(marks(Tuple.of(epoch), facts)).mapEmpty();
    }

    /** The event's changes of this time were read and are given up. */
    Future<Void> keepGap(long epoch, Gap gap) {
        var parameters = Tuple.of(epoch, gap.eventId(), utc(gap.from()), utc(gap.to()), (long) gap.changes());
        return pool.preparedQuery(KEEP_GAP).execute(parameters).mapEmpty();
    }

    /** Completes with how many events have changes that were given up. */
    Future<Long> gaps() {
        return pool.preparedQuery(COUNT_GAPS)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Completes with how many marks were too old to matter, at most 10,000 a call. */
    Future<Integer> forgetOldMarks() {
        return pool.preparedQuery(FORGET_MARKS).execute().map(RowSet::rowCount);
    }

    private static Tuple marks(Tuple before, List<RevertMark> facts) {
        return before.addArrayOfString(column(facts, RevertMark::wiki, String[]::new))
                .addArrayOfLong(column(facts, RevertMark::revId, Long[]::new))
                .addArrayOfBoolean(column(facts, RevertMark::reverted, Boolean[]::new))
                .addArrayOfOffsetDateTime(column(facts, fact -> utc(fact.asOf()), OffsetDateTime[]::new));
    }

    private static <V> V[] revisions(List<ParticipantEdit> edits, Function<Revision, V> value, IntFunction<V[]> array) {
        return column(edits, edit -> value.apply(edit.revision()), array);
    }

    private static <T, V> V[] column(List<T> items, Function<T, V> value, IntFunction<V[]> array) {
        return items.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static FeedMove move(long eventId, RowSet<Row> rows) {
        return FeedMove.of(eventId, rows.iterator().next());
    }
}
