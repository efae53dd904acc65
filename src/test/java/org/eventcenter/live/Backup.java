package org.eventcenter.live;

import java.sql.Connection;
import java.sql.SQLException;
import org.eventcenter.database.TestPostgres.TestDatabase;

/** A backup of what people and the wiki did, and its restore with new epochs, as {@code docs/operations.md} wants it. */
final class Backup implements AutoCloseable {
    private final Connection connection;

    Backup(TestDatabase database) throws SQLException {
        connection = database.jdbc().getConnection();
        execute("create schema backup");
    }

    /** Takes the place of the one before. */
    void take() throws SQLException {
        execute("""
                do $$
                declare
                    v_table text;
                begin
                    for v_table in select distinct table_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                            and (column_name in ('event_id', 'account_id') or table_name = 'mark')
                    loop
                        execute format('drop table if exists backup.%1$I', v_table);
                        execute format('create table backup.%1$I as table public.%1$I', v_table);
                    end loop;
                end $$""");
    }

    /** All that was committed since the backup is gone, in one transaction; every feed has a new epoch. */
    void restore() throws SQLException {
        execute("""
                do $$
                declare
                    v_table text;
                    v_columns text;
                begin
                    set local session_replication_role = replica;
                    for v_table, v_columns in
                        select c.table_name, string_agg(quote_ident(c.column_name), ', ')
                        from information_schema.columns c
                        join information_schema.tables b on b.table_schema = 'backup' and b.table_name = c.table_name
                        where c.table_schema = 'public' and c.is_generated = 'NEVER'
                        group by c.table_name
                    loop
                        execute format('delete from public.%I', v_table);
                        execute format('insert into public.%1$I (%2$s) overriding system value select %2$s from backup.%1$I',
                            v_table, v_columns);
                    end loop;
                    update feed set epoch = left(replace(gen_random_uuid()::text, '-', ''), 8);
                end $$""");
    }

    void cutConnectionsOfHubs() throws SQLException {
        execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and application_name = 'vertx-pg-client'""");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
