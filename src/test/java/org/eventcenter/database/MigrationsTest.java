package org.eventcenter.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void all_tables_and_functions_can_be_made_in_reading_order() throws SQLException {
        var database = TestPostgres.createWithAllTables();

        try (var connection = database.jdbc().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_tables where tablename like 'migration_%'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }
}
