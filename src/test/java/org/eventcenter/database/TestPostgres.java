package org.eventcenter.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eventcenter.module.Module;

/** One real PostgreSQL for all tests of a JVM, with fsync on; each caller gets an empty database of its own. */
public final class TestPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** A new database with the migrations of these modules. */
    public static TestDatabase create(List<? extends Module> modules) {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var database = SERVER.getDatabase("postgres", name);
        Migrations.run(database, modules);
        return new TestDatabase("postgresql://postgres:postgres@127.0.0.1:" + SERVER.getPort() + "/" + name, database);
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

    /** Its address for the reactive client, and a JDBC door for set-up and checks. */
    public record TestDatabase(String url, DataSource jdbc) {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
