package org.eventcenter.live;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A hub in a JVM of its own, which can be killed as by a power cut. */
final class HubProcess {
    private final Process process;

    private HubProcess(Process process) {
        this.process = process;
    }

    /** The child: runs until it is killed. */
    public static void main(String[] databaseUrlAndPort) throws Exception {
        var hub = TestHub.start(databaseUrlAndPort[0], TestHub.FAST, Integer.parseInt(databaseUrlAndPort[1]));
        System.out.println("ready at " + hub.http.port());
        new java.util.concurrent.CountDownLatch(1).await();
    }

    /** Returns when it serves. */
    static HubProcess start(String databaseUrl, int port) throws IOException {
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubProcess.class.getName(),
                        databaseUrl,
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        var line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("The hub ended before it was ready");
        }
        return new HubProcess(process);
    }

    /** Without a warning, as {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The hub cannot be killed");
        }
    }
}
