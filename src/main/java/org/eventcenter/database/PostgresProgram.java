package org.eventcenter.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eventcenter.module.CannotStart;

/** Runs a program of PostgreSQL, which refuses to be run by root as itself. */
final class PostgresProgram {
    private PostgresProgram() {}

    /**
     * What it writes is appended to the log. The process that is returned is the program itself, whatever stood before
     * it in the command.
     */
    static Process run(File log, List<String> before, Path program, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(asNoRoot());
        command.addAll(before);
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** The newest line that says why a program ended, and where there is more. */
    static String lastWords(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).matches(".*(FATAL|PANIC|error):.*")) {
                return lines.get(i).replaceFirst(".*?(FATAL|PANIC|error):\\s*", "") + " (more in " + log + ")";
            }
        }
        return "the reason is in " + log;
    }

    /** In a user namespace of its own root is nobody to the program, and the files stay root's. */
    private static List<String> asNoRoot() throws IOException, InterruptedException {
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return List.of();
        }
        var possible = new ProcessBuilder("unshare", "-U", "true")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (possible.waitFor() != 0) {
            throw new CannotStart("As root, PostgreSQL needs a user namespace, which this machine does not allow;"
                    + " run Event Center as another user, or set DATABASE_URL.");
        }
        return List.of("unshare", "-U");
    }
}
