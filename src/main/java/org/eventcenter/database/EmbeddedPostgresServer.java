package org.eventcenter.database;

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
 * It runs in a session of its own, so that Ctrl-C in a terminal reaches the hub alone, which stops it last; when it
 * ends by itself or by somebody else, it is started again. All methods block, and are safe for several threads.
 */
public final class EmbeddedPostgresServer {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
    private static final int PORTS_TRIED = 3;
    private static final int STOP_SECONDS = 4;
    static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            "default_transaction_isolation=read committed",
            "log_timezone=UTC",
            "timezone=UTC");

    private final PostgresFolder folder;
    private final DataFolder.Lock lock;
    private final List<String> settings;
    private Optional<Process> process = Optional.empty();
    private volatile int port;
    private volatile boolean stopped;

    private EmbeddedPostgresServer(PostgresFolder folder, DataFolder.Lock lock, List<String> settings) {
        this.folder = folder;
        this.lock = lock;
        this.settings = settings;
    }

    /**
     * Returns when the server answers; {@code progress} is told of the steps that take their time. Throws
     * {@link CannotStart}, and then leaves nothing running.
     */
    public static EmbeddedPostgresServer start(DataFolder data, Consumer<String> progress) throws InterruptedException {
        return start(data, SETTINGS, progress);
    }

    /** With other settings; of two with the same name the last one counts. */
    static EmbeddedPostgresServer start(DataFolder data, List<String> settings, Consumer<String> progress)
            throws InterruptedException {
        var server = new EmbeddedPostgresServer(new PostgresFolder(data), data.lock(), settings);
        var started = false;
        try {
            server.start(progress);
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
        var folder = new PostgresFolder(data);
        return folder.running()
                .filter(lines -> lines.size() > 3 && lines.get(3).matches("\\d{1,5}"))
                .map(lines -> folder.address(Integer.parseInt(lines.get(3))));
    }

    /** Whether this folder holds the data of such a server, running or not. */
    public static boolean isIn(DataFolder data) {
        return Files.exists(new PostgresFolder(data).cluster());
    }

    /** Throws all data of this folder away. Throws {@link CannotStart} while a hub uses it. */
    public static void delete(DataFolder data) throws IOException, InterruptedException {
        var lock = data.lock();
        try {
            new PostgresFolder(data).delete();
        } finally {
            lock.close();
        }
    }

    public DatabaseAddress address() {
        return folder.address(port);
    }

    /** Ends the server in order, or abruptly when that takes longer than seconds: what was committed is safe in both. */
    public void stop() {
        stopped = true;
        try {
            endProcess();
        } catch (IOException e) {
            log.warn("PostgreSQL could not be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            unlock();
        }
    }

    private synchronized void start(Consumer<String> progress) throws IOException, InterruptedException {
        var programs = folder.prepare(progress);
        for (int tried = 1; !launch(programs, freePort()); tried++) {
            if (tried == PORTS_TRIED) {
                throw new CannotStart("PostgreSQL did not start: " + PostgresProgram.lastWords(folder.log()));
            }
        }
    }

    /** False when it ended before it was ready: perhaps somebody took the port in between. */
    private boolean launch(Path programs, int onPort) throws IOException, InterruptedException {
        port = onPort;
        var arguments = new ArrayList<>(List.of("-D", folder.cluster().toString(), "-c", "port=" + onPort));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        var started = PostgresProgram.run(
                folder.log().toFile(), List.of("setsid"), programs.resolve("bin/postgres"), arguments);
        process = Optional.of(started);
        while (!ready(started)) {
            if (stopped || started.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        var watcher = new Thread(() -> watch(started, programs), "postgres-watcher");
        watcher.setDaemon(true);
        watcher.start();
        return true;
    }

    /** The first line is the process, the eighth the state; they are written while we look. */
    private boolean ready(Process started) {
        return folder.running()
                .filter(lines -> lines.size() >= 8
                        && lines.get(0).equals(Long.toString(started.pid()))
                        && lines.get(7).strip().equals("ready"))
                .isPresent();
    }

    private void watch(Process started, Path programs) {
        try {
            started.waitFor();
            startAgain(programs);
        } catch (IOException e) {
            log.error("PostgreSQL cannot be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At the same port, so that whoever uses it need not know. */
    private synchronized void startAgain(Path programs) throws IOException, InterruptedException {
        if (stopped) {
            return;
        }
        log.error("PostgreSQL has ended and is started again: {} has the reason", folder.log());
        LeftPostgres.end(folder.cluster());
        if (!launch(programs, port) && !stopped) {
            log.error("PostgreSQL does not start again: {}", PostgresProgram.lastWords(folder.log()));
        }
    }

    private synchronized void endProcess() throws IOException, InterruptedException {
        if (process.isEmpty()) {
            return;
        }
        var running = process.get();
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
