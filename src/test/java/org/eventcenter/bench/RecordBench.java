package org.eventcenter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Edits a second that one connection records in batches of 100, beside the same rows inserted into the same table with its
 * indexes and nothing counted, in turn in one run: {@code mvn test -Dtest=RecordBench -Dtest.excluded=none}.
 */
@Tag("soak")
@Timeout(600)
class RecordBench {
    private static final Logger log = LoggerFactory.getLogger(RecordBench.class);
    private static final int ROUNDS = 5;
    private static final int BATCHES = 200;
    private static final int BATCH = 100;

    private static final String PEOPLE = """
            select count(*) from (
                select array_agg(gen_random_uuid()) as r, array_agg(i::bigint) as a, array_agg(mod(i, 4) = 0) as p,
                    array_agg(false) as f, array_agg('A' || i) as c1, array_agg('B' || i) as c2, array_agg('C' || i) as c3
                from generate_series(1, 500) i) x, registration_join(1, r, a, p, f, f, c1, c2, c3)""";
    private static final String BATCH_OF_EDITS = """
            truncate edits;
            insert into edits
            select array_agg(1 + mod(i * 7, 500)::bigint), array_agg('enwiki'::text), array_agg(i::bigint),
                array_agg(mod(i * 13, 4000)::bigint), array_agg(0), array_agg('Title ' || mod(i * 13, 4000)),
                array_agg('edit'::text), array_agg(false), array_agg(mod(i, 900) - 200),
                array_agg(now() - make_interval(secs => mod(i, 3600))), array_agg(true)
            from generate_series(%d, %d) i""";
    private static final String RECORD =
            "select contribution_store(1, 1, 1, account, wiki, rev, page, ns, title, kind, bot, delta, '{}', '{}', at, ok) from edits";
    private static final String INSERT = """
            insert into plain (event_id, wiki, rev_id, account_id, org_seq, pub_seq, rev_at, page_id, namespace, title,
                kind, bot, delta, reverted, scope_ok, counts, counts_public)
            select 1, e.wiki, e.rev, e.account, e.rev, e.rev, e.at, e.page, e.ns, e.title, e.kind, e.bot, e.delta, false,
                e.ok, true, true
            from edits, unnest(account, wiki, rev, page, ns, title, kind, bot, delta, at, ok)
                e (account, wiki, rev, page, ns, title, kind, bot, delta, at, ok)""";

    private Connection connection;
    private int lastRevision;

    @Test
    void edits_recorded_a_second_beside_plain_inserts() throws SQLException {
        connection = TestPostgres.createWithAllTables().jdbc().getConnection();
        prepare();
        round();

        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            ratios.add(round());
        }
        log.info("Median ratio {} of {}", median(ratios), ratios);
        connection.close();

        assertThat(median(ratios)).isGreaterThan(0.34);
    }

    private void prepare() throws SQLException {
        sql("insert into account (name, canonical_name) select 'P' || i, 'P' || i from generate_series(1, 500) i");
        sql("""
                select event_create('rivers', 'abcdef', 'Rivers', '', 'published', false,
                    date_trunc('second', now()) - interval '1 day', date_trunc('second', now()) + interval '1 day',
                    'UTC', null, null, null, '{enwiki}', '{0}', '{}', '{}', null)""");
        sql("select lease_take('stream', 'bench', 600)");
        sql(PEOPLE);
        sql("create table plain (like contribution including all)");
        sql("""
                create temp table edits (account bigint[], wiki text[], rev bigint[], page bigint[], ns int[],
                    title text[], kind text[], bot boolean[], delta int[], at timestamptz[], ok boolean[])""");
    }

    /** Gives how fast recording is, where inserting is 1. */
    private double round() throws SQLException {
        long inserting = 0;
        long recording = 0;
        for (int i = 0; i < BATCHES; i++) {
            sql(BATCH_OF_EDITS.formatted(lastRevision + 1, lastRevision + BATCH));
            lastRevision += BATCH;
            inserting += nanos(INSERT);
            recording += nanos(RECORD);
        }
        log.info("{} inserts/s, {} recorded/s", perSecond(inserting), perSecond(recording));
        return (double) inserting / recording;
    }

    private long nanos(String text) throws SQLException {
        long start = System.nanoTime();
        try (var statement = connection.prepareStatement(text)) {
            statement.execute();
        }
        return System.nanoTime() - start;
    }

    private static long perSecond(long nanos) {
        return Math.round(BATCHES * BATCH / (nanos / 1e9));
    }

    private void sql(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
