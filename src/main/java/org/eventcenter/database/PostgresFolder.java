package org.eventcenter.database;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventcenter.config.DataFolder;
import org.eventcenter.module.CannotStart;

/** What the embedded server has in the data folder: its programs, its data, its password, its log. Blocks. */
record PostgresFolder(DataFolder data) {
    private static final String USER = "event_center";
    private static final String DATABASE = "postgres";
    private static final String PASSWORD_FILE = "postgres-password";
    private static final long ROOM_FOR_NEW = 250L << 20;
    private static final long ROOM_FOR_MORE = 50L << 20;

    /** The data, in PostgreSQL's words a cluster. */
    Path cluster() {
        return data.resolve("postgres");
    }

    Path log() {
        return data.resolve("postgres.log");
    }

    DatabaseAddress address(int port) {
        return new DatabaseAddress("127.0.0.1", port, DATABASE, USER, data.secret(PASSWORD_FILE), SslMode.DISABLE);
    }

    /** The lines in which a running server says of itself who it is, where and how; empty when none runs. */
    Optional<List<String>> running() {
        try {
            return Optional.of(Files.readAllLines(cluster().resolve("postmaster.pid")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Afterwards nothing runs here and a server can be started by the programs that are returned. */
    Path prepare(Consumer<String> progress) throws IOException, InterruptedException {
        refuseFullDisk();
        LeftPostgres.end(cluster());
        var programs = PostgresBinaries.unpack(data, progress);
        if (!Files.exists(cluster())) {
            progress.accept("Making an empty database");
            initialize(programs);
        }
        return programs;
    }

    void delete() throws IOException, InterruptedException {
        LeftPostgres.end(cluster());
        PostgresBinaries.delete(cluster());
    }

    private void refuseFullDisk() throws IOException {
        long wanted = Files.exists(cluster()) ? ROOM_FOR_MORE : ROOM_FOR_NEW;
        long free = Files.getFileStore(data.path()).getUsableSpace();
        if (free < wanted) {
            throw new CannotStart("The disk of " + data.path() + " is full: " + (free >> 20) + " MiB are free, and "
                    + (wanted >> 20) + " MiB are needed.");
        }
    }

    /** Beside the place where it belongs, so that what is there is always whole. */
    private void initialize(Path programs) throws IOException, InterruptedException {
        var part = data.resolve("postgres.part");
        LeftPostgres.end(part);
        PostgresBinaries.delete(part);
        var written = data.resolve("initdb.log");
        var arguments = List.of(
                "--pgdata=" + part,
                "--username=" + USER,
                "--pwfile=" + data.secretFile(PASSWORD_FILE),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        var initdb = PostgresProgram.run(written.toFile(), List.of(), programs.resolve("bin/initdb"), arguments);
        if (!succeeds(initdb)) {
            throw new CannotStart("PostgreSQL could not make its database in " + data.path() + ": "
                    + PostgresProgram.lastWords(written));
        }
        Files.move(part, cluster());
    }

    private static boolean succeeds(Process program) throws InterruptedException {
        try {
            return program.waitFor() == 0;
        } finally {
            program.destroy(); // when we were told to end while it runs
        }
    }
}
