package org.eventcenter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.module.CannotStart;
import org.eventcenter.module.Module;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void all_tables_and_functions_can_be_made_in_reading_order() throws SQLException {
        var database = TestPostgres.createWithAllTables();

        assertThat(count(database, "select count(*) from pg_tables where tablename like 'migration\\_%'"))
                .isEqualTo(8);
    }

    @Test
    void a_start_with_the_same_scripts_changes_nothing_and_one_with_others_does() throws SQLException {
        var database = TestPostgres.create(List.of());
        Migrations.run(database.jdbc(), List.of(new Tables("feed")));
        execute(database, "drop function feed_heads");

        Migrations.run(database.jdbc(), List.of(new Tables("feed")));
        assertThat(count(database, "select count(*) from pg_proc where proname = 'feed_heads'"))
                .isZero();

        Migrations.run(database.jdbc(), List.of(new Tables("feed"), new Tables("database")));
        assertThat(count(database, "select count(*) from pg_tables where tablename = 'lease'"))
                .isOne();
    }

    @Test
    void a_script_that_was_changed_afterwards_is_told_with_its_module() throws SQLException {
        var database = TestPostgres.create(List.of());
        Migrations.run(database.jdbc(), List.of(new Tables("database")));
        execute(database, "update migration_database set checksum = 1 where version = '001'");
        execute(database, "delete from migration_mark");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Migrations.run(database.jdbc(), List.of(new Tables("database"))))
                .withMessageMatching("The tables of database cannot be brought up to date: .*version 001");
    }

    private record Tables(String name) implements Module {
        @Override
        public Optional<String> migrations() {
            return Optional.of("org/eventcenter/" + name + "/migrations");
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
