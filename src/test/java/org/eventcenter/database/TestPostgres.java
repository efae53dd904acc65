package org.eventcenter.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eventcenter.config.DataFolder;
import org.eventcenter.module.Module;

/**
 * One real PostgreSQL for all tests of a JVM; each caller gets an empty database of its own. It is as the product runs it,
 * but what is written need not outlive the machine, so nothing waits for the disk.
 */
public final class TestPostgres {
    private static final List<String> NO_WAIT_FOR_THE_DISK =
            List.of("fsync=off", "full_page_writes=off", "max_wal_size=512MB", "checkpoint_timeout=1h");

    /** Hundreds of databases, each visited once a minute, would keep a core busy; hardly one is used for so long. */
    private static final List<String> RARE_VACUUM = List.of("autovacuum_naptime=1h");

    /** Some hundred databases are kept in memory, where their thousands of files cost little, if it has room for them. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ROOM_WANTED = 8L << 30;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final EmbeddedPostgresServer SERVER = start();

    private TestPostgres() {}

    /** A new database with the migrations of these modules. */
    public static TestDatabase create(List<? extends Module> modules) {
        var names = modules.stream().map(Module::name).toList();
        var template = TEMPLATES.computeIfAbsent(names, ignored -> migrated(modules));
        return database(emptyCopyOf(template));
    }

    /** A new database with the tables of the whole hub, in reading order. */
    public static TestDatabase createWithAllTables() {
        return create(Stream.of("database", "feed", "account", "campaign", "registration", "stream", "contribution")
                .map(TablesOf::new)
                .toList());
    }

    private record TablesOf(String name) implements Module {
        @Override
        public Optional<String> migrations() {
            return Optional.of("org/eventcenter/" + name + "/migrations");
        }
    }

    /** Where it is, and a JDBC door for set-up and checks. */
    public record TestDatabase(DatabaseAddress address, DataSource jdbc) {
        /** As it would stand in DATABASE_URL. */
        public String url() {
            return "postgresql://" + address.user() + ":" + address.password() + "@" + address;
        }
    }

    /** Migrations run once for the same modules; the databases that tests get are copies. */
    private static String migrated(List<? extends Module> modules) {
        var name = emptyCopyOf("template1");
        Migrations.run(database(name).jdbc(), modules);
        return name;
    }

    private static String emptyCopyOf(String template) {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = SERVER.address().jdbc().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static TestDatabase database(String name) {
        var server = SERVER.address();
        var address = new DatabaseAddress(
                server.host(), server.port(), name, server.user(), server.password(), server.sslMode());
        return new TestDatabase(address, address.jdbc());
    }

    private static EmbeddedPostgresServer start() {
        try {
            var folder = temporaryFolder();
            var settings = Stream.of(EmbeddedPostgresServer.SETTINGS, NO_WAIT_FOR_THE_DISK, RARE_VACUUM)
                    .flatMap(List::stream)
                    .toList();
            var server = EmbeddedPostgresServer.start(DataFolder.open(folder), settings, step -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() throws IOException {
        return MEMORY.toFile().getUsableSpace() >= ROOM_WANTED
                ? Files.createTempDirectory(MEMORY, "event-center-test")
                : Files.createTempDirectory("event-center-test");
    }

    private static void end(EmbeddedPostgresServer server, Path folder) {
        server.stop();
        try {
            PostgresBinaries.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
