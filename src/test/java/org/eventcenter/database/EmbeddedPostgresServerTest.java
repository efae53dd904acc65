package org.eventcenter.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eventcenter.config.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        var first = start();
        execute(first.address().jdbc(), "create table kept (line text)", "insert into kept values ('ça alors')");
        first.stop();

        var second = start();

        assertThat(one(second.address().jdbc(), "select line from kept")).isEqualTo("ça alors");
        second.stop();
    }

    @Test
    void it_is_for_real_data_and_for_this_machine_only() throws Exception {
        var server = start();

        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(one(server.address().jdbc(), "show " + setting)).isEqualTo("on");
        }
        assertThat(one(server.address().jdbc(), "show listen_addresses")).isEqualTo("127.0.0.1");
        ServerCheck.run(server.address().jdbc(), server.address());
        server.stop();
    }

    private EmbeddedPostgresServer start() throws InterruptedException {
        return EmbeddedPostgresServer.start(DataFolder.open(folder), step -> {});
    }

    private static void execute(DataSource database, String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String one(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(sql);
            row.next();
            return row.getString(1);
        }
    }
}
