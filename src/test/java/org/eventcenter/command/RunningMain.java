package org.eventcenter.command;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eventcenter.Main;

/** The command line in a JVM of its own, as people run it. */
final class RunningMain {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;

    private RunningMain(Process process) {
        this.process = process;
    }

    static RunningMain start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    static RunningMain start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("EVENT_CENTER_") || name.equals("DATABASE_URL"));
        builder.environment().putAll(environment);
        var process = builder.start();
        // A test that fails half-way leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new RunningMain(process);
    }

    /** What was written until the line that holds this text, or until the end. */
    String outputUntil(String text) throws IOException {
        var output = new StringBuilder();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            if (line.contains(text)) {
                break;
            }
        }
        return output.toString();
    }

    String outputUntilTheEnd() throws IOException {
        return outputUntil("\0");
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** As a supervisor does. */
    void terminate() {
        process.destroy();
    }

    /** As the kernel does when memory is short. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean endsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, SECONDS);
    }
}
