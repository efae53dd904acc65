package org.eventcenter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.eventcenter.config.DataFolder;
import org.eventcenter.module.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tests use one folder, one after the other: whatever a test leaves there, the next start must cope with. */
class EmbeddedPostgresServerTest {
    @TempDir
    private static Path folder;

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        var first = start();
        write(first, "ça alors");
        first.stop();

        assertHolds("ça alors");
    }

    @Test
    void it_is_for_real_data_and_for_this_machine_only() throws Exception {
        var server = start();

        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(one(server, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(one(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(one(server, "show server_encoding")).isEqualTo("UTF8");
        ServerCheck.run(server.address().jdbc(), server.address());
        server.stop();
    }

    @Test
    void nobody_gets_in_with_another_password() throws Exception {
        var server = start();
        var right = server.address();
        var wrong = new DatabaseAddress(
                right.host(), right.port(), right.database(), right.user(), "postgres", right.sslMode());

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> wrong.jdbc().getConnection().close())
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        server.stop();
    }

    @Test
    void nobody_else_can_read_the_password_the_data_or_the_programs() throws Exception {
        start().stop();

        assertThat(permissions("postgres-password")).isEqualTo("rw-------");
        assertThat(permissions("postgres")).isEqualTo("rwx------");
        assertThat(permissions("postgres-programs")).isEqualTo("rwx------");
    }

    @Test
    void a_server_that_somebody_killed_is_started_again_at_the_same_address() throws Exception {
        var server = start();
        write(server, "before the kill");
        long killed = postmaster();

        LeftPostgres.signal("KILL", killed);

        untilAnswers(server, killed);
        assertThat(one(server, "select line from kept")).isEqualTo("before the kill");
        server.stop();
        assertThat(EmbeddedPostgresServer.running(data())).isEmpty();
    }

    @Test
    void the_server_that_a_killed_hub_left_is_ended_and_followed() throws Exception {
        var hub = otherHub();
        write(EmbeddedPostgresServer.running(data()).orElseThrow(), "by the killed hub");
        long left = postmaster();
        hub.destroyForcibly().waitFor();
        assertThat(isAlive(left)).as("the server outlives its hub").isTrue();

        assertHolds("by the killed hub");
        assertThat(isAlive(left)).isFalse();
    }

    @Test
    void whoever_else_stands_in_its_folder_is_left_alone() throws Exception {
        start().stop();
        var bystander = new ProcessBuilder("sleep", "600")
                .directory(folder.resolve("postgres").toFile())
                .start();

        start().stop();

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly().waitFor();
    }

    @Test
    void a_dead_server_that_nobody_has_reaped_does_not_stand_in_the_way() throws Exception {
        start().stop();
        var parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 600").start();
        var zombie = firstLine(parent);
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                zombie + "\n" + folder.toRealPath() + "/postgres\n1\n5432\n\n127.0.0.1\n 1 1\nready\n");

        start().stop();

        parent.destroyForcibly().waitFor();
    }

    @Test
    void a_folder_that_another_hub_uses_is_refused_in_a_sentence() throws Exception {
        var hub = otherHub();

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(EmbeddedPostgresServerTest::start)
                .withMessageContaining("is in use by another running Event Center");

        hub.destroyForcibly().waitFor();
        var first = start();
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(EmbeddedPostgresServerTest::start)
                .withMessageContaining("is in use by another running Event Center");
        first.stop();
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_in_a_sentence() throws Exception {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("data")))
                .withMessageContaining(file + "/data cannot be used");
        Files.delete(file);
    }

    @Test
    void a_start_that_fails_says_why_and_leaves_nothing_behind() throws Exception {
        start().stop();
        var version = folder.resolve("postgres/PG_VERSION");
        Files.writeString(version, "16\n");

        assertThatThrownBy(EmbeddedPostgresServerTest::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("database files are incompatible with server");
        assertThat(EmbeddedPostgresServer.running(data())).isEmpty();

        Files.writeString(version, "17\n");
        start().stop();
    }

    @Test
    void where_it_runs_can_be_found_by_others_while_it_does() throws Exception {
        var server = start();
        assertThat(EmbeddedPostgresServer.running(data())).contains(server.address());

        server.stop();
        assertThat(EmbeddedPostgresServer.running(data())).isEmpty();
    }

    /** What {@link #otherHub} runs: a server in the folder that is named, for ever. */
    static final class OtherHub {
        public static void main(String[] args) throws InterruptedException {
            var server = EmbeddedPostgresServer.start(DataFolder.open(Path.of(args[0])), step -> {});
            System.out.println("up at " + server.address());
            Thread.currentThread().join();
        }
    }

    private static Process otherHub() throws IOException {
        var hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherHub.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(firstLine(hub)).startsWith("up at 127.0.0.1:");
        return hub;
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static DataFolder data() {
        return DataFolder.open(folder);
    }

    private static EmbeddedPostgresServer start() throws InterruptedException {
        return EmbeddedPostgresServer.start(data(), step -> {});
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0));
    }

    /** A dead process that nobody has reaped yet counts as dead. */
    private static boolean isAlive(long process) {
        return Files.isDirectory(Path.of("/proc/" + process + "/cwd"));
    }

    /** Asks until another process than the killed one answers. */
    private static void untilAnswers(EmbeddedPostgresServer server, long killed) throws IOException {
        while (true) {
            try (var connection = server.address().jdbc().getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
                assertThat(postmaster()).isNotEqualTo(killed);
                return;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static void assertHolds(String line) throws Exception {
        var next = start();
        assertThat(one(next, "select line from kept")).isEqualTo(line);
        next.stop();
    }

    private static void write(EmbeddedPostgresServer server, String line) throws SQLException {
        write(server.address(), line);
    }

    private static void write(DatabaseAddress address, String line) throws SQLException {
        try (var connection = address.jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (line text)");
            statement.execute("delete from kept");
            statement.execute("insert into kept values ('" + line + "')");
        }
    }

    private static String one(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (var connection = server.address().jdbc().getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(sql);
            row.next();
            return row.getString(1);
        }
    }
}
