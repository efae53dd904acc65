package org.eventcenter.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.eventcenter.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code event-center}, in a folder that looks as if it were built. */
@Timeout(60)
class LauncherTest {
    @TempDir
    Path home;

    /** Typed by a script, since the test itself may run in a locale that cannot say these letters. */
    @Test
    void a_locale_without_utf_8_keeps_no_letter_from_the_hub() throws Exception {
        lookBuilt();
        var script = Files.writeString(home.resolve("typed.sh"), """
                cd "$(dirname "$0")"
                ./event-center token --as 'Élodie|' 2>&1
                ./event-center token --as 'Élodie' --data 'Dätä 山' 2>&1
                """);

        assertThat(output(script))
                .contains("--as \"Élodie|\" is no name")
                .contains("no hub is running with the data folder")
                .contains("/Dätä 山;");
    }

    private void lookBuilt() throws Exception {
        Files.copy(Path.of("event-center"), home.resolve("event-center"));
        assertThat(home.resolve("event-center").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("target"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (var jar = Files.newOutputStream(home.resolve("target/event-center.jar"))) {
            new JarOutputStream(jar, manifest).close();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).toURI().toString())
                .collect(Collectors.joining(" "));
    }

    private static String output(Path script) throws Exception {
        var builder = new ProcessBuilder("bash", script.toString());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("EVENT_CENTER_") || name.equals("DATABASE_URL"));
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
