package org.eventcenter.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends what a killed hub left running in its database's folder. To be called only while the folder is locked: then no
 * process there has an owner. A server knows its folder by standing in it, so processes are found by their working
 * directory, which a dead process that nobody has reaped (a zombie) no longer has. Only those that run one of our own
 * programs are ended: anybody may stand in a folder.
 */
final class LeftPostgres {
    private static final Duration ORDERLY = Duration.ofSeconds(15);
    private static final Duration ABRUPT = Duration.ofSeconds(5);

    private LeftPostgres() {}

    /** Afterwards no server of ours stands in the folder, and no file there says that one does. Blocks. */
    static void end(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(folder)) {
            return;
        }
        endBy("INT", folder, ORDERLY);
        endBy("QUIT", folder, ABRUPT);
        endBy("KILL", folder, ABRUPT);
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    /** Sends a signal as {@code kill} does; a process that is gone is no error. */
    static void signal(String signal, long process) throws IOException, InterruptedException {
        // The JDK can only send TERM, on which a server waits for its clients, and KILL.
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void endBy(String signal, Path folder, Duration patience) throws IOException, InterruptedException {
        for (var process : processesIn(folder)) {
            signal(signal, process);
        }
        var deadline = System.nanoTime() + patience.toNanos();
        while (!processesIn(folder).isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<Long> processesIn(Path folder) throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> folder.equals(linked(process, "cwd")))
                    .filter(process -> linked(process, "exe").startsWith(programs(folder)))
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .toList();
        }
    }

    /** Where the programs lie that serve a folder. */
    private static Path programs(Path folder) {
        return folder.resolveSibling(PostgresBinaries.FOLDER);
    }

    private static Path linked(Path process, String name) {
        try {
            return Files.readSymbolicLink(process.resolve(name));
        } catch (IOException e) {
            return process; // gone, or somebody else's
        }
    }
}
