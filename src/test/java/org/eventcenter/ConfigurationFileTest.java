package org.eventcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eventcenter.config.Settings;
import org.junit.jupiter.api.Test;

/** The file that operators start from holds what the code asks for: every key, and the default that it has anyway. */
class ConfigurationFileTest {
    private final Settings file = read();
    private final Settings nothing = Settings.read("", Map.of(), Map.of());

    @Test
    void it_holds_every_key_and_no_other() {
        assertThat(HubConfig.read(file)).isNotNull();

        assertThat(file.namesInFile()).isEqualTo(file.effective().keySet());
    }

    @Test
    void its_values_are_the_defaults() {
        assertThat(HubConfig.read(file)).isEqualTo(HubConfig.read(nothing));

        assertThat(file.effective()).isEqualTo(nothing.effective());
    }

    private static Settings read() {
        try {
            return Settings.read(Files.readString(Path.of("conf/event-center.yaml")), Map.of(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
