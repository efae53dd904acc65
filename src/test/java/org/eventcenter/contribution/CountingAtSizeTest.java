package org.eventcenter.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.sql.Connection;
import java.sql.SQLException;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must hold for very many rows. Time is bounded by the server's limit for the pool that does it, not by a clock here. */
@Timeout(180)
class CountingAtSizeTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = TestPostgres.createWithAllTables().jdbc().getConnection();
        sql("""
                select event_create('rivers', 'abcdef', 'Rivers', '', 'published', false,
                    date_trunc('second', now()) - interval '1 day', date_trunc('second', now()) + interval '1 day',
                    'UTC', null, null, null, '{enwiki}', '{0}', '{}', '{}', null)""");
        sql("select lease_take('stream', 'test', 600)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_person_with_a_hundred_thousand_edits_changes_the_consent_and_is_taken_back_in_one_call_each()
            throws SQLException {
        people(1);
        join(1, 1);
        for (int from = 1; from <= 100_000; from += 2_000) {
            record(from, 2_000);
        }
        assertThat(number("select edits from feed where audience = 2")).isEqualTo(100_000);

        sql("set statement_timeout = '30s'");
        sql("select registration_name_public(1, 1, true)");

        assertThat(number("select edits from feed where audience = 2")).isEqualTo(100_000);
        assertThat(number("select count(*) from contribution where pub_seq is not null"))
                .as("lines under the reference that was given up")
                .isZero();
        assertThat(number("select count(*) from feed_entry where kind = 'recounted'"))
                .as("no figure moved, so none is counted again")
                .isZero();

        sql("select registration_take_back(1, 1, 'cancelled')");

        assertThat(number("select edits + active + articles + participants from feed where audience = 2"))
                .isZero();
        assertThat(number("select count(*) from contribution where counts or pub_seq is not null"))
                .isZero();
        assertThat(number("select coalesce(sum(edits), 0) from event_page")).isZero();
    }

    /** By blocks that are touched, which do not depend on the machine. */
    @Test
    void the_last_join_of_a_new_event_costs_what_the_first_did() throws SQLException {
        people(20_000);
        sql("analyze account");
        join(1, 200);
        long early = blocks(joinCall(201, 200));
        for (int from = 401; from <= 19_600; from += 200) {
            join(from, 200);
        }

        long late = blocks(joinCall(19_801, 200));

        assertThat(late).isLessThan(2 * early);
    }

    @Test
    void the_last_edits_of_a_new_event_cost_what_the_first_did() throws SQLException {
        people(2_000);
        join(1, 1_000);
        join(1_001, 1_000);
        record(1, 100);
        long early = blocks(recordCall(101, 100));
        for (int from = 201; from <= 19_900; from += 100) {
            record(from, 100);
        }

        long late = blocks(recordCall(19_901, 100));

        assertThat(late).isLessThan(2 * early);
    }

    private void people(int count) throws SQLException {
        sql("insert into account (name, canonical_name) select 'P' || i, 'P' || i from generate_series(1, %d) i"
                .formatted(count));
    }

    private void join(int from, int count) throws SQLException {
        sql("select count(*) from (" + joinCall(from, count) + ") x");
    }

    private long blocks(String call) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("explain (analyze, buffers, format json) " + call)) {
            result.next();
            var plan = new JsonArray(result.getString(1)).getJsonObject(0).getJsonObject("Plan");
            return plan.getLong("Shared Hit Blocks") + plan.getLong("Shared Read Blocks");
        }
    }

    private static String joinCall(int from, int count) {
        return """
                select j.* from (
                    select array_agg(gen_random_uuid()) as r, array_agg(i::bigint) as a, array_agg(false) as f,
                        array_agg('A' || i) as c1, array_agg('B' || i) as c2, array_agg('C' || i) as c3
                    from generate_series(%d, %d) i) x, registration_join(1, r, a, f, f, f, c1, c2, c3) j""".formatted(from, from + count - 1);
    }

    private void record(int from, int count) throws SQLException {
        sql(recordCall(from, count));
    }

    /** By all who joined in turn, on 3,000 pages. */
    private static String recordCall(int from, int count) {
        return """
                select contribution_record(1, 1, 1, array_agg(1 + i %% (select count(*) from registration)),
                    array_agg('enwiki'::text), array_agg(i::bigint), array_agg((i %% 3000)::bigint), array_agg(0),
                    array_agg('T' || i %% 3000), array_agg('edit'::text), array_agg(false), array_agg(10),
                    array_agg(now() - i * interval '100 milliseconds'), array_agg(true))
                from generate_series(%d, %d) i""".formatted(from, from + count - 1);
    }

    private void sql(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private long number(String text) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(text)) {
            result.next();
            return result.getLong(1);
        }
    }
}
