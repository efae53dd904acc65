package org.eventcenter.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import org.eventcenter.config.DataFolder;
import org.eventcenter.config.Settings;
import org.eventcenter.module.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command can be told about the hub that it starts or speaks to. */
final class HubOptions {
    static final String DEFAULT_FILE = "conf/event-center.yaml";
    private static final Path HOME = Path.of(System.getProperty("event-center.home", ""));

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; without this option " + DEFAULT_FILE + ", where there is one.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the hub keeps its secrets, and its database unless DATABASE_URL is set.")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "N", description = "The port of the pages; 0 for any free one.")
    private @Nullable String port;

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    Settings settings() {
        var options = new HashMap<String, String>();
        if (data != null) {
            options.put("hub.data", data.toString());
        }
        if (port != null) {
            options.put("http.port", port);
        }
        return Settings.read(file(), System.getenv(), options);
    }

    private String file() {
        var file = config == null ? HOME.resolve(DEFAULT_FILE) : config;
        if (config == null && !Files.exists(file)) {
            return "";
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("The configuration " + file + " cannot be read: " + DataFolder.reason(e), e);
        }
    }
}
