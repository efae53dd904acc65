package org.eventcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassDeadlineTest {
    @Test
    void watches_over_this_class_too() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("class-deadline");
    }

    @Test
    void ends_a_JVM_that_hangs_where_nothing_can_be_interrupted_and_says_where() throws Exception {
        var hanging = jvmOf(Hanging.class);

        var output = new String(hanging.getInputStream().readAllBytes(), UTF_8);

        assertThat(hanging.waitFor(30, SECONDS)).isTrue();
        assertThat(hanging.exitValue()).isEqualTo(ClassDeadline.STATUS);
        assertThat(output)
                .contains("Over its time: a class that hangs")
                .contains(HangsAtItsStart.class.getName() + ".<clinit>");
    }

    @Test
    void watches_no_longer_than_its_run() throws Exception {
        var others = watchers();
        var deadline = new ClassDeadline();
        var its = watchers().stream().filter(thread -> !others.contains(thread)).toList();

        deadline.end();

        assertThat(its).isNotEmpty();
        for (var watcher : its) {
            watcher.join(SECONDS.toMillis(30));
            assertThat(watcher.isAlive()).isFalse();
        }
    }

    private static List<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("class-deadline"))
                .toList();
    }

    /** What runs in the other JVM. */
    static final class Hanging {
        public static void main(String[] arguments) {
            new ClassDeadline().began("a class that hangs", Duration.ofMillis(300));
            System.out.println(HangsAtItsStart.VALUE);
        }
    }

    private static final class HangsAtItsStart {
        static final int VALUE = forEver();

        private static int forEver() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    private static Process jvmOf(Class<?> main) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()))
                .redirectErrorStream(true)
                .start();
    }
}
