package org.eventcenter.database;

import io.vertx.pgclient.SslMode;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eventcenter.config.DataFolder;
import org.eventcenter.module.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of the hub's own: real programs, lasting data, reachable from this machine only and with a password.
 * It runs in a session of its own, so that Ctrl-C in a terminal reaches the hub alone, which stops it last. All methods
 * block.
 */
public final class EmbeddedPostgresServer {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
    private static final String USER = "event_center";
    private static final String DATABASE = "postgres";
    private static final int PORTS_TRIED = 3;
    private static final int STOP_SECONDS = 6;

    private final DataFolder data;
    private final Consumer<String> progress;
    private final Path cluster;
    private final Path serverLog;
    private final String password;
    private final DataFolder.Lock lock;
    private Optional<Process> process = Optional.empty();
    private int port;

    private EmbeddedPostgresServer(DataFolder data, Consumer<String> progress) {
        this.data = data;
        this.progress = progress;
        this.cluster = clusterIn(data);
        this.serverLog = data.resolve("postgres.log");
        this.lock = data.lock();
        this.password = data.secret("postgres-password");
    }

    /**
     * Returns when the server answers; {@code progress} is told of the steps that take their time. Throws
     * {@link CannotStart}, and then leaves nothing running.
     */
    public static EmbeddedPostgresServer start(DataFolder data, Consumer<String> progress) throws InterruptedException {
        var server = new EmbeddedPostgresServer(data, progress);
        var started = false;
        try {
            server.start();
            started = true;
            return server;
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL did not start in " + data.path() + ": " + DataFolder.reason(e), e);
        } finally {
            if (!started) {
                server.stop();
            }
        }
    }

    /** Where the server of this folder answers, whoever started it; empty when none is running. */
    public static Optional<DatabaseAddress> running(DataFolder data) {
        try {
            var lines = Files.readAllLines(clusterIn(data).resolve("postmaster.pid"));
            return Optional.of(address(Integer.parseInt(lines.get(3)), data.secret("postgres-password")));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this folder holds the data of such a server, running or not. */
    public static boolean isIn(DataFolder data) {
        return Files.exists(clusterIn(data));
    }

    /** Throws all data of this folder away. Throws {@link CannotStart} while a hub uses it. */
    public static void delete(DataFolder data) throws IOException, InterruptedException {
        var lock = data.lock();
        try {
            LeftPostgres.end(clusterIn(data));
            PostgresBinaries.delete(clusterIn(data));
        } finally {
            lock.close();
        }
    }

    public DatabaseAddress address() {
        return address(port, password);
    }

    /** Ends the server in order, or abruptly when that takes longer than seconds: what was committed is safe in both. */
    public void stop() {
        try {
            if (process.isPresent()) {
                end(process.get());
            }
        } catch (IOException e) {
            log.warn("PostgreSQL could not be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            unlock();
        }
    }

    private void start() throws IOException, InterruptedException {
        refuseFullDisk();
        LeftPostgres.end(cluster);
        if (!Files.exists(data.resolve("postgres-programs"))) {
            progress.accept("Unpacking PostgreSQL");
        }
        var programs = PostgresBinaries.unpack(data);
        if (!Files.exists(cluster)) {
            progress.accept("Making an empty database");
            initialize(programs);
        }
        for (int tried = 1; !launch(programs); tried++) {
            if (tried == PORTS_TRIED) {
                throw new CannotStart("PostgreSQL did not start: " + lastWords());
            }
        }
    }

    private void refuseFullDisk() throws IOException {
        long wanted = (Files.exists(cluster) ? 50L : 250L) << 20;
        long free = Files.getFileStore(data.path()).getUsableSpace();
        if (free < wanted) {
            throw new CannotStart("The disk of " + data.path() + " is full: " + (free >> 20) + " MiB are free, and "
                    + (wanted >> 20) + " MiB are needed.");
        }
    }

    private void initialize(Path programs) throws IOException, InterruptedException {
        var part = data.resolve("postgres.part");
        LeftPostgres.end(part);
        PostgresBinaries.delete(part);
        var made = data.resolve("initdb.log").toFile();
        var initdb = command(
                List.of(),
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + part,
                "--username=" + USER,
                "--pwfile=" + data.resolve("postgres-password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (!succeeds(run(initdb, made))) {
            throw new CannotStart(
                    "PostgreSQL could not make its database in " + data.path() + ": " + lastLine(made.toPath()));
        }
        Files.move(part, cluster);
    }

    private static boolean succeeds(Process program) throws InterruptedException {
        try {
            return program.waitFor() == 0;
        } finally {
            program.destroy(); // when we were told to end while it runs
        }
    }

    /** False when it ended before it was ready: perhaps somebody took the port in between. */
    private boolean launch(Path programs) throws IOException, InterruptedException {
        port = freePort();
        var postgres = command(
                List.of("setsid"),
                programs.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=100",
                "-c",
                "default_transaction_isolation=read committed",
                "-c",
                "log_timezone=UTC",
                "-c",
                "timezone=UTC");
        var started = run(postgres, serverLog.toFile());
        process = Optional.of(started);
        while (!ready(started)) {
            if (started.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Its first line is the process, its eighth the state; it is written while we look. */
    private boolean ready(Process started) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return lines.size() >= 8
                && lines.get(0).equals(Long.toString(started.pid()))
                && lines.get(7).strip().equals("ready");
    }

    private void end(Process running) throws IOException, InterruptedException {
        LeftPostgres.signal("INT", running.pid());
        if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("PostgreSQL takes too long to stop; its next start will recover");
            LeftPostgres.signal("QUIT", running.pid());
            if (!running.waitFor(1, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The data folder could not be unlocked", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and the files stay ours. */
    private static List<String> command(List<String> before, String... program)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() != 0) {
                throw new CannotStart("As root, PostgreSQL needs a user namespace, which this machine does not allow;"
                        + " run Event Center as another user, or set DATABASE_URL.");
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(before);
        command.addAll(List.of(program));
        return command;
    }

    private static Process run(List<String> command, File output) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private String lastWords() throws IOException {
        return lastLine(serverLog);
    }

    private static String lastLine(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        for (int i = lines.size() - 1; i >= 0; i--) {
            var line = lines.get(i);
            if (line.contains("FATAL") || line.contains("PANIC") || line.contains("error:")) {
                return line.replaceFirst(".*?(FATAL|PANIC|error):\\s*", "") + " (see " + log + ")";
            }
        }
        return "see " + log;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path clusterIn(DataFolder data) {
        return data.resolve("postgres");
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress("127.0.0.1", port, DATABASE, USER, password, SslMode.DISABLE);
    }
}
