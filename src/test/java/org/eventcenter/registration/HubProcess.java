package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.web.FreePort;

/** A hub in a Java of its own, so that it can be killed in the middle of its work. */
final class HubProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private HubProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it takes requests. */
    static HubProcess start(TestDatabase database) throws IOException {
        int port = FreePort.choose(0);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var process = new ProcessBuilder(
                        java, "-cp", classes, HubProcess.class.getName(), database.url(), Integer.toString(port))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The hub did not start");
            }
            Thread.onSpinWait();
        }
        return new HubProcess(process, port);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        var address = DatabaseAddress.parse(arguments[0]);
        var database = new TestDatabase(address, address.jdbc());
        var hub =
                ParticipantSite.start(Vertx.vertx(), database, ParticipantSite.NO_WIKI, Integer.parseInt(arguments[1]));
        System.out.println("The hub is at " + hub.http.publicUrl());
    }
}
